import { afterAll, describe, expect, it } from 'vitest';
import type { DocumentFilters } from '#lib/contracts/index.ts';
import { cancelJob, trashDocuments } from '#lib/jobs/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, newDocument, scopeOf } from '#lib/testing/documents.ts';
import { changeFolder } from './change-folder.ts';
import { changeTag } from './change-tag.ts';
import { createFolder } from './create-folder.ts';
import { createTag } from './create-tag.ts';
import { deleteFolder } from './delete-folder.ts';
import { deleteTag } from './delete-tag.ts';
import { getDocument } from './get-document.ts';
import { listDocuments } from './list-documents.ts';
import { listFolders } from './list-folders.ts';
import { listTags } from './list-tags.ts';
import { moveDocuments } from './move-documents.ts';
import { tagDocuments } from './tag-documents.ts';

afterAll(() => closeQueue());

const notFound = { kind: 'not_found' };

async function someone() {
  const user = await createUser();
  return { user, scope: scopeOf(user, 'document:write') };
}

const owner = await someone();
const stranger = await someone();
const theirTag = await createTag(stranger.scope, { name: 'Theirs', color: 'red' });
const theirFolder = await createFolder(stranger.scope, { name: 'Theirs', parentId: null });

describe('a tag', () => {
  it('is given to documents once, counted without the trash, and taken away', async () => {
    const { user, scope } = await someone();
    const documentIds = [await newDocument(user), await newDocument(user)];
    const tag = await createTag(scope, { name: 'Invoice', color: 'teal' });
    expect(await tagDocuments(scope, { documentIds }, { add: [tag.id] })).toBe(2);
    await tagDocuments(scope, { matching: {} }, { add: [tag.id] });
    expect(await listTags(scope)).toEqual([{ ...tag, documents: 2 }]);
    const [one = '', other = ''] = documentIds;
    await trashDocuments(scope, { documentIds: [one] });
    expect(await listTags(scope)).toEqual([{ ...tag, documents: 1 }]);
    expect((await getDocument(scope, other)).tags).toEqual([tag]);
    await tagDocuments(scope, { documentIds: [other] }, { remove: [tag.id] });
    expect((await getDocument(scope, other)).tags).toEqual([]);
  });

  it('has a name of its own in the workspace, in whatever case', async () => {
    const { scope } = await someone();
    const tag = await createTag(scope, { name: '100 %', color: 'red' });
    const other = await createTag(scope, { name: '100 percent', color: 'red' });
    await expect(createTag(scope, { name: '100 %', color: 'blue' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await expect(changeTag(scope, other.id, { ...other, name: '100 %' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await changeTag(scope, tag.id, { name: '100 %', color: 'violet' });
    expect((await listTags(scope)).map(({ color }) => color)).toEqual(['violet', 'red']);
  });

  it('leaves the documents when it is deleted', async () => {
    const { user, scope } = await someone();
    const id = await newDocument(user);
    const tag = await createTag(scope, { name: 'Old', color: 'red' });
    await tagDocuments(scope, { documentIds: [id] }, { add: [tag.id] });
    await deleteTag(scope, tag.id);
    expect((await getDocument(scope, id)).tags).toEqual([]);
  });

  it('cannot be used or changed from another workspace', async () => {
    const { user, scope } = owner;
    const id = await newDocument(user);
    const given = tagDocuments(scope, { documentIds: [id] }, { add: [theirTag.id] });
    await expect(given).rejects.toMatchObject(notFound);
    await expect(changeTag(scope, theirTag.id, { name: 'Mine', color: 'red' })).rejects.toMatchObject(
      notFound,
    );
    await expect(deleteTag(scope, theirTag.id)).rejects.toMatchObject(notFound);
    const tagged = tagDocuments(stranger.scope, { documentIds: [id] }, { add: [theirTag.id] });
    await expect(tagged).rejects.toMatchObject(notFound);
    expect(await listTags(stranger.scope)).toEqual([{ ...theirTag, documents: 0 }]);
  });
});

describe('a folder', () => {
  it('holds documents and folders, which move up when it is deleted', async () => {
    const { user, scope } = await someone();
    const id = await newDocument(user);
    const { folderId: top } = await createFolder(scope, { name: 'Top', parentId: null });
    const { folderId: middle } = await createFolder(scope, { name: 'Middle', parentId: top });
    const { folderId: leaf } = await createFolder(scope, { name: 'Leaf', parentId: middle });
    await moveDocuments(scope, { documentIds: [id] }, middle);
    await expect(deleteFolder(scope, middle, { keepContent: false })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await deleteFolder(scope, middle, { keepContent: true });
    expect((await getDocument(scope, id)).folderId).toBe(top);
    expect(await listFolders(scope)).toEqual([
      { id: leaf, name: 'Leaf', parentId: top, documents: 0 },
      { id: top, name: 'Top', parentId: null, documents: 1 },
    ]);
    await deleteFolder(scope, leaf, { keepContent: false });
  });

  it('cannot be moved into itself, nor beside one of its name', async () => {
    const { scope } = await someone();
    const { folderId: outer } = await createFolder(scope, { name: 'Outer', parentId: null });
    const { folderId: inner } = await createFolder(scope, { name: 'Inner', parentId: outer });
    await expect(changeFolder(scope, outer, { parentId: inner })).rejects.toMatchObject({
      kind: 'invalid_input',
    });
    await expect(changeFolder(scope, outer, { parentId: outer })).rejects.toMatchObject({
      kind: 'invalid_input',
    });
    await createFolder(scope, { name: 'inner', parentId: null });
    await expect(changeFolder(scope, inner, { parentId: null })).rejects.toMatchObject({ kind: 'conflict' });
    await changeFolder(scope, inner, { parentId: null, name: 'Another' });
  });

  it('cannot be made from two sides into a ring', async () => {
    const { scope } = await someone();
    const { folderId: a } = await createFolder(scope, { name: 'A', parentId: null });
    const { folderId: b } = await createFolder(scope, { name: 'B', parentId: null });
    const moves = [changeFolder(scope, a, { parentId: b }), changeFolder(scope, b, { parentId: a })];
    const outcomes = await Promise.allSettled(moves);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('cannot be used or changed from another workspace', async () => {
    const { user, scope } = owner;
    const id = await newDocument(user);
    const { folderId } = theirFolder;
    await expect(moveDocuments(scope, { documentIds: [id] }, folderId)).rejects.toMatchObject(notFound);
    await expect(createFolder(scope, { name: 'In', parentId: folderId })).rejects.toMatchObject(notFound);
    await expect(changeFolder(scope, folderId, { name: 'Mine' })).rejects.toMatchObject(notFound);
    await expect(deleteFolder(scope, folderId, { keepContent: true })).rejects.toMatchObject(notFound);
    const moved = moveDocuments(stranger.scope, { documentIds: [id] }, folderId);
    await expect(moved).rejects.toMatchObject(notFound);
  });
});

describe('a view of the documents', () => {
  it('holds exactly what its filters leave, and counts it', async () => {
    const { user, scope } = await someone();
    const [reading, done, filed] = [
      await documentWithPages(user, 1),
      await documentWithPages(user, 1),
      await documentWithPages(user, 1),
    ];
    await cancelJob(scope, done);
    await cancelJob(scope, filed);
    const tag = await createTag(scope, { name: 'T', color: 'red' });
    const { folderId } = await createFolder(scope, { name: 'F', parentId: null });
    await tagDocuments(scope, { documentIds: [done, filed] }, { add: [tag.id] });
    await moveDocuments(scope, { documentIds: [filed] }, folderId);
    await database().document.update({
      where: { id: done },
      data: { createdAt: new Date('2020-03-04T23:59Z') },
    });
    const idsIn = async (filters: DocumentFilters) => {
      const { documents, total } = await listDocuments(scope, { filters });
      expect(total).toBe(documents.length);
      return documents.map(({ id }) => id);
    };
    expect(await idsIn({ tag: tag.id })).toEqual([filed, done]);
    expect(await idsIn({ tag: theirTag.id })).toEqual([]);
    expect(await idsIn({ tag: tag.id, folder: 'none' })).toEqual([done]);
    expect(await idsIn({ folder: folderId })).toEqual([filed]);
    expect(await idsIn({ folder: theirFolder.folderId })).toEqual([]);
    expect(await idsIn({ reading: 'busy' })).toEqual([reading]);
    expect(await idsIn({ reading: 'problem' })).toEqual([filed, done]);
    expect(await idsIn({ reading: 'read' })).toEqual([]);
    expect(await idsIn({ review: 'new' })).toEqual([]);
    expect(await idsIn({ review: 'approved' })).toEqual([]);
    expect(await idsIn({ person: 'me', from: '2020-03-04', to: '2020-03-04' })).toEqual([done]);
    expect(await idsIn({ to: '2020-03-03' })).toEqual([]);
    expect(await idsIn({ sort: 'oldest' })).toEqual([done, reading, filed]);
  });

  it.each(['newest', 'oldest', 'name', 'confidence'] as const)(
    'goes on where it ended when sorted by %s, and names nothing twice',
    async (sort) => {
      const { user, scope } = await someone();
      const ids: string[] = [];
      for (let count = 0; count < 5; count++) ids.push(await newDocument(user));
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const part = await listDocuments(scope, { limit: 2, filters: { sort }, ...(cursor && { cursor }) });
        seen.push(...part.documents.map(({ id }) => id));
        cursor = part.nextCursor;
        expect(part.total).toBe(5);
      } while (cursor);
      expect([...seen].sort()).toEqual([...ids].sort());
    },
  );

  it('can be changed as a whole, without what it leaves out', async () => {
    const { user, scope } = await someone();
    const [kept, gone] = [await newDocument(user), await newDocument(user)];
    const tag = await createTag(scope, { name: 'Gone', color: 'red' });
    await tagDocuments(scope, { documentIds: [gone] }, { add: [tag.id] });
    expect(await trashDocuments(scope, { matching: { tag: tag.id } })).toEqual([gone]);
    expect((await listDocuments(scope)).documents.map(({ id }) => id)).toEqual([kept]);
  });
});
