import type { Scope } from '#lib/access/index.ts';
import { NotFound, type Tx } from '#lib/platform/index.ts';
import { markDocumentDeleted } from './document-store.ts';

/** Takes the document out of sight, as part of the caller's transaction; its rows and bytes stay. @throws NotFound */
export async function deleteDocument(tx: Tx, scope: Scope, documentId: string, now: Date): Promise<void> {
  if (!(await markDocumentDeleted(tx, scope, documentId, now))) {
    throw new NotFound('There is no such document.');
  }
}
