import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { announceLibrary } from './announce-library.ts';
import { findFolders, lockFolders, updateFolder } from './folder-store.ts';
import { checkPlace, folderNamed } from './folder-tree.ts';

/**
 * Renames a folder or moves it with all that is in it; null is the top. @throws NotFound; Conflict when the place has
 * a folder of this name; InvalidInput for a place inside itself.
 */
export async function changeFolder(
  scope: Scope,
  folderId: string,
  change: { name?: string | undefined; parentId?: string | null | undefined },
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockFolders(tx, scope);
    const folders = await findFolders(scope, tx);
    const { name, parentId, id } = folderNamed(folders, folderId);
    const changed = {
      id,
      name: change.name ?? name,
      parentId: change.parentId === undefined ? parentId : change.parentId,
    };
    checkPlace(folders, changed);
    await updateFolder(tx, scope, changed);
    const target = { kind: 'folder', id, name: changed.name };
    const inside = changed.parentId === null ? null : folderNamed(folders, changed.parentId).name;
    await recordAct(tx, scope, { act: 'folder.changed', target, details: { before: name, inside } });
    await announceLibrary(tx, scope);
  });
}
