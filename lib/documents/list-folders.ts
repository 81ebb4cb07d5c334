import type { Scope } from '#lib/access/index.ts';
import { countByFolder, type Folder, findFolders } from './folder-store.ts';

/** A folder and how many documents are directly in it, the trash apart. */
export type FolderEntry = Folder & { documents: number };

/** All of the workspace, by name; `parentId` makes the tree. */
export async function listFolders(scope: Scope): Promise<FolderEntry[]> {
  const [folders, counts] = await Promise.all([findFolders(scope), countByFolder(scope)]);
  return folders.map((folder) => ({ ...folder, documents: counts.get(folder.id) ?? 0 }));
}
