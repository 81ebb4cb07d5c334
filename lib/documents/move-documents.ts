import type { Scope } from '#lib/access/index.ts';
import type { DocumentChoice } from '#lib/contracts/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { announceDocuments } from './announce-documents.ts';
import { chosenDocuments } from './chosen-documents.ts';
import { findFolders, lockFolders, setFolder } from './folder-store.ts';
import { folderNamed } from './folder-tree.ts';
import { inParts } from './in-parts.ts';
import { recordOnDocuments } from './record-on-documents.ts';

/**
 * Puts documents into a folder; null takes them out of all folders. Up to 500 move all or none.
 * @returns how many there were. @throws NotFound when a document or the folder is not there.
 */
export async function moveDocuments(
  scope: Scope,
  choice: DocumentChoice,
  folderId: string | null,
): Promise<number> {
  const ids = await chosenDocuments(scope, choice);
  await inParts(ids, (part) =>
    inTransaction(async (tx) => {
      await lockFolders(tx, scope);
      const folder = folderId === null ? null : folderNamed(await findFolders(scope, tx), folderId);
      await setFolder(tx, scope, part, folderId);
      await recordOnDocuments(tx, scope, part, 'document.moved', { folder: folder?.name ?? null });
      await announceDocuments(tx, scope, part);
    }),
  );
  return ids.length;
}
