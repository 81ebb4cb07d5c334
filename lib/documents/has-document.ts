import type { Scope } from '#lib/access/index.ts';
import { isKnown } from './document-store.ts';

/** Whether the workspace has the document, at work or in the trash; any text may be asked for. */
export function hasDocument(scope: Scope, id: string): Promise<boolean> {
  return isKnown(scope, id);
}
