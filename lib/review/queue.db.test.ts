import { afterAll, describe, expect, it } from 'vitest';
import { queueFilterOf } from '#lib/contracts/index.ts';
import { deleteDocument } from '#lib/documents/index.ts';
import { setReviewState } from '#lib/extractions/index.ts';
import { InvalidInput, inTransaction, NotFound } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';
import { assignDocuments, getAssignee, listQueue, nextToReview } from './index.ts';

afterAll(() => closeQueue());

const usual = queueFilterOf({});

async function team(): Promise<{ owner: TestUser; editor: TestUser; viewer: TestUser; stranger: TestUser }> {
  const [owner, stranger] = await Promise.all([createUser(), createUser()]);
  const { workspace } = owner;
  const editor = await createUser({ role: 'editor', workspace });
  return { owner, editor, viewer: await createUser({ role: 'viewer', workspace }), stranger };
}

async function idsOf(user: TestUser, query: Record<string, string> = {}): Promise<string[]> {
  const { entries, total } = await listQueue(scopeOf(user, 'job:read'), queueFilterOf(query));
  expect(total).toBe(entries.length);
  return entries.map(({ documentId }) => documentId);
}

describe('the queue', () => {
  it('shows what was read first, or with the lowest confidence, and nothing of other workspaces', async () => {
    const { owner, stranger } = await team();
    const sure = await readDocument(owner, [readingOf('all is well')]);
    const doubtful = await readDocument(owner, [readingOf('one word'), readingOf('bad? worse? word')]);
    const unknown = await readDocument(owner, ['text alone']);
    await readDocument(stranger, [readingOf('theirs?')]);
    expect(await idsOf(owner)).toEqual([sure, doubtful, unknown]);
    expect(await idsOf(owner, { order: 'doubt' })).toEqual([doubtful, sure, unknown]);
    const { entries } = await listQueue(scopeOf(owner, 'job:read'), usual);
    expect(entries[1]).toMatchObject({
      pages: 2,
      firstPage: 1,
      doubtfulCount: 2,
      pageCount: 2,
      assignee: null,
    });
  });

  it('finds documents by the state of their pages; approved only as a whole', async () => {
    const { owner } = await team();
    const documentId = await readDocument(owner, ['one', 'two']);
    const scope = scopeOf(owner, 'review:write');
    await setReviewState(scope, documentId, { pages: [1], state: 'approved' });
    expect(await idsOf(owner)).toEqual([documentId]);
    expect((await listQueue(scope, usual)).entries[0]).toMatchObject({ pages: 1, firstPage: 2 });
    expect(await idsOf(owner, { state: 'approved' })).toEqual([]);
    await setReviewState(scope, documentId, { pages: [2], state: 'rejected', comment: 'Half is missing.' });
    expect(await idsOf(owner)).toEqual([]);
    expect(await idsOf(owner, { state: 'rejected' })).toEqual([documentId]);
    await setReviewState(scope, documentId, { pages: 'all', state: 'approved' });
    expect(await idsOf(owner, { state: 'approved' })).toEqual([documentId]);
  });

  it('tells what is mine, of nobody and of a person, and counts it', async () => {
    const { owner, editor, stranger } = await team();
    const first = await readDocument(owner, ['one']);
    const second = await readDocument(owner, ['two']);
    await assignDocuments(scopeOf(owner, 'review:write'), [first], editor.id);
    expect(await idsOf(editor, { who: 'mine' })).toEqual([first]);
    expect(await idsOf(owner, { who: editor.id })).toEqual([first]);
    expect(await idsOf(owner, { who: 'unassigned' })).toEqual([second]);
    expect(await idsOf(owner, { who: 'mine' })).toEqual([]);
    const { counts } = await listQueue(scopeOf(editor, 'job:read'), usual);
    expect(counts).toEqual({ all: 2, mine: 1, unassigned: 1 });
    expect(await idsOf(stranger, { who: editor.id })).toEqual([]);
  });

  it('leaves out what was deleted or is in the trash', async () => {
    const { owner } = await team();
    const documentId = await readDocument(owner, ['one']);
    const mayDelete = scopeOf(owner, 'document:write');
    await inTransaction((tx) =>
      tx.document.update({ where: { id: documentId }, data: { trashedAt: new Date() } }),
    );
    expect(await idsOf(owner)).toEqual([]);
    await inTransaction((tx) => tx.document.update({ where: { id: documentId }, data: { trashedAt: null } }));
    expect(await idsOf(owner)).toEqual([documentId]);
    await inTransaction((tx) => deleteDocument(tx, mayDelete, documentId, new Date()));
    expect(await idsOf(owner)).toEqual([]);
  });
});

describe('the next document', () => {
  it('follows the queue with its filter, and goes on at its beginning', async () => {
    const { owner, editor, stranger } = await team();
    await readDocument(stranger, ['theirs']);
    const scope = scopeOf(owner, 'review:write');
    const first = await readDocument(owner, ['one']);
    const second = await readDocument(owner, ['one', 'two']);
    const third = await readDocument(owner, ['one']);
    expect(await nextToReview(scope, usual, first)).toEqual({ documentId: second, firstPage: 1 });
    await setReviewState(scope, second, { pages: [1], state: 'approved' });
    expect(await nextToReview(scope, usual, first)).toEqual({ documentId: second, firstPage: 2 });
    expect((await nextToReview(scope, usual, third))?.documentId).toBe(first);
    await assignDocuments(scope, [first, third], editor.id);
    const mine = queueFilterOf({ who: 'mine' });
    expect((await nextToReview(scopeOf(editor, 'review:write'), mine, first))?.documentId).toBe(third);
    await setReviewState(scope, third, { pages: 'all', state: 'approved' });
    expect(await nextToReview(scopeOf(editor, 'review:write'), mine, first)).toBeNull();
  });
});

describe('assigning', () => {
  it('is for people who may review in the workspace, and can be taken back', async () => {
    const { owner, editor, viewer, stranger } = await team();
    const documentId = await readDocument(owner, ['one']);
    const scope = scopeOf(owner, 'review:write');
    await assignDocuments(scope, [documentId], editor.id);
    for (const other of [viewer, stranger]) {
      await expect(assignDocuments(scope, [documentId], other.id)).rejects.toThrow(InvalidInput);
    }
    expect(await getAssignee(scope, documentId)).toEqual({ id: editor.id, name: editor.name });
    await assignDocuments(scope, [documentId], null);
    expect(await getAssignee(scope, documentId)).toBeNull();
  });

  it('changes no document when one of them is of another workspace', async () => {
    const { owner, stranger } = await team();
    const [mine, theirs] = [await readDocument(owner, ['one']), await readDocument(stranger, ['one'])];
    const scope = scopeOf(owner, 'review:write');
    await expect(assignDocuments(scope, [mine, theirs], owner.id)).rejects.toThrow(NotFound);
    expect(await getAssignee(scope, mine)).toBeNull();
    await expect(getAssignee(scope, theirs)).rejects.toThrow(NotFound);
  });
});
