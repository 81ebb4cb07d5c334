import { Conflict, InvalidInput, NotFound } from '#lib/platform/index.ts';
import type { Folder } from './folder-store.ts';

/** Levels of folders inside each other. */
const MAX_DEPTH = 8;

/** @throws NotFound */
export function folderNamed(folders: readonly Folder[], id: string): Folder {
  const folder = folders.find((each) => each.id === id);
  if (!folder) throw new NotFound('There is no such folder.');
  return folder;
}

/** The folder and those it is in, up to the top. */
export function wayUp(folders: readonly Folder[], id: string | null): Folder[] {
  const way: Folder[] = [];
  let next = id;
  while (next !== null) {
    const folder = folderNamed(folders, next);
    way.push(folder);
    next = folder.parentId;
  }
  return way;
}

/**
 * Whether the folder may stand where it says. @throws NotFound without the folder it is to be in; Conflict when that
 * has one of this name; InvalidInput for a folder inside itself, or too many levels.
 */
export function checkPlace(folders: readonly Folder[], folder: Folder): void {
  const others = folders.filter(({ id }) => id !== folder.id);
  const way = wayUp(folders, folder.parentId);
  if (way.some(({ id }) => id === folder.id)) {
    throw new InvalidInput('A folder cannot be moved into itself. Choose another folder.');
  }
  if (way.length + heightOf(folders, folder.id) > MAX_DEPTH) {
    throw new InvalidInput(`Folders go at most ${MAX_DEPTH} levels deep. Choose a place further up.`);
  }
  const name = folder.name.toLowerCase();
  if (others.some((other) => other.parentId === folder.parentId && other.name.toLowerCase() === name)) {
    throw new Conflict(`There is a folder “${folder.name}” here already. Choose another name.`);
  }
}

/** How many levels the folder takes: 1 without folders in it. */
function heightOf(folders: readonly Folder[], id: string): number {
  const inside = folders.filter(({ parentId }) => parentId === id);
  return 1 + Math.max(0, ...inside.map((child) => heightOf(folders, child.id)));
}
