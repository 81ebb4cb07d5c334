import type { Scope } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { endInspection } from './document-store.ts';
import { insertPages } from './page-store.ts';

/**
 * Writes what the engine found in the file, as part of the caller's transaction. False, and nothing written,
 * when the document was inspected before or is gone: a repeated task changes nothing.
 */
export async function recordInspection(
  tx: Tx,
  scope: Scope,
  documentId: string,
  pages: readonly { width: number; height: number }[],
): Promise<boolean> {
  const first = await endInspection(tx, scope, documentId, { state: 'ready', pageCount: pages.length });
  if (first) await insertPages(tx, scope, documentId, pages);
  return first;
}
