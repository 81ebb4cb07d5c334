import { expect, it } from 'vitest';
import { folderTree, folderWay } from './folder-way.ts';

const folder = (id: string, parentId: string | null) => ({ id, parentId, name: id, documents: 0 });
const folders = [folder('a', null), folder('a1', 'a'), folder('b', null), folder('a11', 'a1')];

it('leads from the top to a folder, and nowhere for one that is gone', () => {
  expect(folderWay(folders, 'a11').map(({ id }) => id)).toEqual(['a', 'a1', 'a11']);
  expect(folderWay(folders, 'gone')).toEqual([]);
  expect(folderWay(folders, undefined)).toEqual([]);
});

it('lists every folder once, below the one it is in', () => {
  const listed = folderTree(folders).map(({ folder: { id }, level }) => `${level}${id}`);
  expect(listed).toEqual(['0a', '1a1', '2a11', '0b']);
});
