import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { inTransaction, LimitReached, newId } from '#lib/platform/index.ts';
import { announceLibrary } from './announce-library.ts';
import { findFolders, insertFolder, lockFolders } from './folder-store.ts';
import { checkPlace } from './folder-tree.ts';

const MAX_FOLDERS = 2_000;

/**
 * Makes a folder in another one, or at the top. @throws NotFound without the folder it is to be in; Conflict when that
 * has one of this name; LimitReached beyond 2,000.
 */
export async function createFolder(
  scope: Scope,
  { name, parentId }: { name: string; parentId: string | null },
): Promise<{ folderId: string }> {
  const folder = { id: newId(), name, parentId };
  await inTransaction(async (tx) => {
    await lockFolders(tx, scope);
    const folders = await findFolders(scope, tx);
    if (folders.length >= MAX_FOLDERS) throw new LimitReached('A workspace has at most 2,000 folders.');
    checkPlace(folders, folder);
    await insertFolder(tx, scope, folder);
    const target = { kind: 'folder', id: folder.id, name };
    await recordAct(tx, scope, { act: 'folder.created', target });
    await announceLibrary(tx, scope);
  });
  return { folderId: folder.id };
}
