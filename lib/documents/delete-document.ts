import type { Scope } from '#lib/access/index.ts';
import { NotFound, type Tx } from '#lib/platform/index.ts';
import { markDocumentDeleted, replaceUnlockedCopy } from './document-store.ts';
import { removeUnlockedCopy } from './remove-unlocked-copy.ts';

/**
 * Deletes the document, in the trash or not, as the last step of the caller's transaction. The copy of a locked
 * PDF that needs no password goes at once, rows and bytes with `purgeDeletedDocuments`. @throws NotFound
 */
export async function deleteDocument(tx: Tx, scope: Scope, documentId: string, now: Date): Promise<void> {
  const copy = await replaceUnlockedCopy(tx, scope, documentId, null);
  if (!copy || !(await markDocumentDeleted(tx, scope, documentId, now))) {
    throw new NotFound('There is no such document.');
  }
  await removeUnlockedCopy(tx, copy.before);
}
