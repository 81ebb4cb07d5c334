import type { Folder } from '../library-context.tsx';

/** From the top down to the folder; empty for a folder that is not there. */
export function folderWay(folders: readonly Folder[], id: string | undefined): Folder[] {
  const way: Folder[] = [];
  let next = folders.find((folder) => folder.id === id);
  while (next && !way.includes(next)) {
    way.unshift(next);
    const { parentId } = next;
    next = folders.find((folder) => folder.id === parentId);
  }
  return way;
}

/** Every folder after the one it is in, with its level: 0 at the top. */
export function folderTree(
  folders: readonly Folder[],
  parentId: string | null = null,
  level = 0,
): { folder: Folder; level: number }[] {
  return folders
    .filter((folder) => folder.parentId === parentId)
    .flatMap((folder) => [{ folder, level }, ...folderTree(folders, folder.id, level + 1)]);
}
