import { afterAll, describe, expect, it } from 'vitest';
import type { NewComment } from '#lib/contracts/index.ts';
import { setReviewState } from '#lib/extractions/index.ts';
import { database } from '#lib/platform/database.ts';
import { Forbidden, InvalidInput, NotFound } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { tokenScopeOf } from '#lib/testing/api-scope.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { readDocument } from '#lib/testing/read-pages.ts';
import * as review from './index.ts';

afterAll(() => closeQueue());

const [owner, stranger] = await Promise.all([createUser(), createUser()]);
const editor = await createUser({ role: 'editor', workspace: owner.workspace });
const documentId = await readDocument(owner, ['one', 'two']);

const writing = (user: TestUser) => scopeOf(user, 'review:write');
const reading = (user: TestUser) => scopeOf(user, 'job:read');

function saying(body: string, more: Partial<NewComment> = {}): NewComment {
  return { pageNumber: null, lineId: null, body, mentions: [], ...more };
}

const elsewhere = await readDocument(owner, ['three']);
const commentId = await review.addComment(writing(owner), elsewhere, saying('Ours alone'));

async function bodies(): Promise<string[]> {
  return (await review.listComments(reading(owner), documentId)).map(({ body }) => body);
}

describe('comments', () => {
  it('stand in the order in which they were written, among the reasons of rejections', async () => {
    const onLine = saying('Is this a 7?', { pageNumber: 2, lineId: 'r0' });
    await review.addComment(writing(editor), documentId, onLine);
    await setReviewState(writing(owner), documentId, {
      ...{ pages: [1], state: 'rejected', comment: 'The margin is cut.' },
    });
    expect(await review.listComments(reading(owner), documentId)).toMatchObject([
      { body: 'Is this a 7?', pageNumber: 2, lineId: 'r0', author: { id: editor.id }, resolvedAt: null },
      { body: 'The margin is cut.', pageNumber: 1, author: { id: owner.id } },
    ]);
  });

  it('of a program name the API token, revoked or not, also as the reason of a rejection', async () => {
    const scope = await tokenScopeOf(owner, 'review:write');
    const id = await readDocument(owner, ['one']);
    await review.addComment(scope, id, saying('Looks empty.'));
    await setReviewState(scope, id, { pages: [1], state: 'rejected', comment: 'It is empty.' });
    const where = { workspaceId: owner.workspace.id };
    await database().apiToken.updateMany({ where, data: { revokedAt: new Date() } });
    expect(await review.listComments(reading(owner), id)).toMatchObject([
      { body: 'Looks empty.', author: null, apiToken: 'Test' },
      { body: 'It is empty.', author: null, apiToken: 'Test' },
    ]);
    await database().apiToken.deleteMany({ where });
    expect(await review.listComments(reading(owner), id)).toMatchObject([
      { body: 'Looks empty.', author: null, apiToken: null },
      { body: 'It is empty.', author: null, apiToken: null },
    ]);
  });

  it('are not for pages that the document does not have', async () => {
    const nowhere = review.addComment(writing(owner), documentId, saying('Here?', { pageNumber: 3 }));
    await expect(nowhere).rejects.toThrow(NotFound);
  });

  it('are resolved by anybody who reviews, and can be opened again', async () => {
    const id = await review.addComment(writing(owner), documentId, saying('Look again.'));
    const find = async () =>
      (await review.listComments(reading(owner), documentId)).find((comment) => comment.id === id);
    await review.resolveComment(writing(editor), id, true);
    expect(await find()).toMatchObject({ resolvedBy: editor.name, resolvedAt: expect.any(String) });
    await review.resolveComment(writing(owner), id, false);
    expect(await find()).toMatchObject({ resolvedBy: null, resolvedAt: null });
  });

  it('are deleted by who wrote them alone, and then gone with their mentions', async () => {
    const body = `Sorry @${editor.name}`;
    const id = await review.addComment(writing(owner), documentId, saying(body, { mentions: [editor.id] }));
    await expect(review.deleteComment(writing(editor), id)).rejects.toThrow(Forbidden);
    expect(await bodies()).toContain(body);
    await review.deleteComment(writing(owner), id);
    expect(await bodies()).not.toContain(body);
    expect((await review.listMentions(reading(editor))).map((mention) => mention.id)).not.toContain(id);
    await expect(review.resolveComment(writing(owner), id, true)).rejects.toThrow(NotFound);
  });
});

describe('mentions', () => {
  it('reach the person once, until seen; never who wrote the comment', async () => {
    const { mentions: before } = await review.reviewCounts(reading(editor));
    const mentions = [editor.id, editor.id, owner.id];
    const id = await review.addComment(writing(owner), documentId, saying('Both of us', { mentions }));
    expect((await review.reviewCounts(reading(editor))).mentions).toBe(before + 1);
    expect((await review.listMentions(reading(editor)))[0]).toMatchObject({ id, documentId, isSeen: false });
    expect(await review.listMentions(reading(owner))).toEqual([]);
    await review.markMentionsSeen(reading(owner), [id]);
    expect((await review.reviewCounts(reading(editor))).mentions).toBe(before + 1);
    await review.markMentionsSeen(reading(editor), [id]);
    expect((await review.reviewCounts(reading(editor))).mentions).toBe(before);
    expect((await review.listMentions(reading(editor)))[0]).toMatchObject({ id, isSeen: true });
  });

  it('are of members only, and of no use to who has left', async () => {
    const ofStranger = saying('Psst', { mentions: [stranger.id] });
    await expect(review.addComment(writing(owner), documentId, ofStranger)).rejects.toThrow(InvalidInput);
    expect(await bodies()).not.toContain('Psst');
  });

  it('are not told while the document is in the trash', async () => {
    const other = await readDocument(owner, ['one']);
    await review.addComment(writing(owner), other, saying('Here', { mentions: [editor.id] }));
    const count = async () => (await review.reviewCounts(reading(editor))).mentions;
    const before = await count();
    await database().document.update({ where: { id: other }, data: { trashedAt: new Date() } });
    expect(await count()).toBe(before - 1);
  });
});

describe('people of another workspace', () => {
  const foreign = writing(stranger);
  const verbs: Record<string, () => Promise<unknown>> = {
    addComment: () => review.addComment(foreign, documentId, saying('Hello')),
    assignDocuments: () => review.assignDocuments(foreign, [documentId], null),
    deleteComment: () => review.deleteComment(foreign, commentId),
    endPresence: () => review.endPresence(foreign, { documentId, pageNumber: 1, tabId: 'intruder' }),
    getAssignee: () => review.getAssignee(foreign, documentId),
    getComment: () => review.getComment(foreign, commentId),
    listComments: () => review.listComments(foreign, documentId),
    notePresence: () => review.notePresence(foreign, { documentId, pageNumber: 1, tabId: 'intruder' }),
    resolveComment: () => review.resolveComment(foreign, commentId, true),
  };

  it('meet every verb', () => {
    const ofAsker = ['listMentions', 'listQueue', 'markMentionsSeen', 'nextToReview', 'reviewCounts'];
    expect([...Object.keys(verbs), ...ofAsker].sort()).toEqual(Object.keys(review).sort());
  });

  it.each(Object.keys(verbs))('find nothing by %s, and change nothing', async (name) => {
    const before = await database().comment.findMany();
    await expect(verbs[name]?.()).rejects.toMatchObject({ kind: 'not_found' });
    expect(await database().comment.findMany()).toEqual(before);
    expect(await database().presence.count({ where: { tabId: 'intruder' } })).toBe(0);
  });

  it('are told of nothing', async () => {
    expect(await review.listMentions(foreign)).toEqual([]);
    expect(await review.reviewCounts(foreign)).toEqual({ waiting: 0, mentions: 0 });
  });
});
