import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { Conflict, inTransaction } from '#lib/platform/index.ts';
import { announceLibrary } from './announce-library.ts';
import {
  findFolders,
  hasDocuments,
  lockFolders,
  moveAllDocuments,
  removeFolder,
  updateFolder,
} from './folder-store.ts';
import { checkPlace, folderNamed } from './folder-tree.ts';

/**
 * Deletes a folder that is empty; with `keepContent` what is in it moves to where the folder was.
 * @throws NotFound; Conflict when it is not empty, or a folder in it has a name that is taken further up.
 */
export async function deleteFolder(
  scope: Scope,
  folderId: string,
  { keepContent }: { keepContent: boolean },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockFolders(tx, scope);
    const folders = await findFolders(scope, tx);
    const { parentId, name } = folderNamed(folders, folderId);
    const inside = folders.filter((folder) => folder.parentId === folderId);
    if (!keepContent && (inside.length > 0 || (await hasDocuments(tx, scope, folderId)))) {
      throw new Conflict('This folder is not empty. Move what is in it, or have it moved up.');
    }
    const others = folders.filter(({ id }) => id !== folderId);
    for (const child of inside) {
      const moved = { ...child, parentId };
      checkPlace(
        others.map((folder) => (folder.id === child.id ? moved : folder)),
        moved,
      );
      await updateFolder(tx, scope, moved);
    }
    await moveAllDocuments(tx, scope, folderId, parentId);
    await removeFolder(tx, scope, folderId);
    const target = { kind: 'folder', id: folderId, name };
    await recordAct(tx, scope, { act: 'folder.deleted', target, details: { keptContent: keepContent } });
    await announceLibrary(tx, scope);
  });
}
