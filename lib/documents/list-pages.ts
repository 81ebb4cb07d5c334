import type { Scope } from '#lib/access/index.ts';
import type { Page } from './document.ts';
import { findPages } from './page-store.ts';

/** The document's pages in order, all or those numbered; none until it was inspected. */
export function listPages(scope: Scope, documentId: string, numbers?: readonly number[]): Promise<Page[]> {
  return findPages(scope, documentId, numbers);
}
