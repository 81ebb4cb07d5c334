import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf } from '#lib/testing/documents.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';
import * as extractions from './index.ts';

const owner = await createUser();
const scope = scopeOf(owner, 'review:write');
let documentId = '';

beforeEach(async () => {
  documentId = await readDocument(owner, [readingOf('Tota1 of all'), readingOf('goods')]);
});
afterAll(() => closeQueue());

function correct(text: string, base = 0) {
  const operations = [{ op: 'set' as const, line: 'r0', text }];
  return extractions.saveRevision(scope, documentId, 1, { saveId: `correction${base}`, base, operations });
}

async function states(): Promise<string[]> {
  return (await extractions.reviewOverview(scope, documentId)).map(({ state }) => state);
}

function rowOf(pageNumber: number) {
  return database().extraction.findUniqueOrThrow({
    where: { documentId_pageNumber: { documentId, pageNumber } },
  });
}

describe('an approval', () => {
  it('keeps who decided, when, and what the machine had read wrong', async () => {
    await correct('Total of it all');
    const now = new Date('2026-11-23T10:00:00Z');
    await extractions.setReviewState(
      scope,
      documentId,
      { pages: [1], state: 'approved' },
      { now: () => now },
    );
    expect(await rowOf(1)).toMatchObject({
      state: 'approved',
      reviewedById: owner.id,
      reviewedAt: now,
      characterErrors: 4,
      characterCount: 15,
      wordErrors: 2,
    });
    expect(await extractions.getExtraction(scope, documentId, 1)).toMatchObject({
      state: 'approved',
      reviewedBy: owner.name,
      reviewedAt: now.toISOString(),
    });
  });

  it('counts no errors where nobody corrected anything', async () => {
    await extractions.setReviewState(scope, documentId, { pages: [2], state: 'approved' });
    expect(await rowOf(2)).toMatchObject({ characterErrors: 0, characterCount: 5, wordErrors: 0 });
  });

  it('of all pages leaves those alone that were approved before', async () => {
    const set = (pages: number[] | 'all') =>
      extractions.setReviewState(scope, documentId, { pages, state: 'approved' });
    const ofDocument = async () => (await extractions.reviewStates(scope, [documentId])).get(documentId);
    expect(await ofDocument()).toBe('new');
    expect(await set([2])).toBe(1);
    expect(await ofDocument()).toBe('in_review');
    const before = await rowOf(2);
    expect(await set('all')).toBe(1);
    expect(await states()).toEqual(['approved', 'approved']);
    expect(await ofDocument()).toBe('approved');
    expect(await rowOf(2)).toEqual(before);
  });

  it('falls when the page is corrected afterwards, with all that it said', async () => {
    await extractions.setReviewState(scope, documentId, { pages: 'all', state: 'approved' });
    await correct('Total of all');
    expect(await states()).toEqual(['in_review', 'approved']);
    expect(await rowOf(1)).toMatchObject({
      reviewedById: null,
      reviewedAt: null,
      characterErrors: null,
      characterCount: null,
      wordErrors: null,
    });
  });
});

describe('a decision that names what was seen', () => {
  const approve = (pages: number[] | 'all', revision: number) =>
    extractions.setReviewState(scope, documentId, {
      pages,
      state: 'approved',
      seen: [
        { page: 1, revision },
        { page: 2, revision: 0 },
      ],
    });

  it('is refused, with the name of who corrected the page since, and decides nothing', async () => {
    const colleague = await createUser({ workspace: owner.workspace });
    await extractions.saveRevision(scopeOf(colleague, 'review:write'), documentId, 1, {
      saveId: 'colleague',
      base: 0,
      operations: [{ op: 'set', line: 'r0', text: 'Total of them all' }],
    });
    // Joined with what the colleague wrote, which was not seen.
    await correct('Total of them all!', 1);
    const refusal = {
      kind: 'conflict',
      message: `${colleague.name} corrected page 1 since you looked. Look at it again; nothing was decided.`,
    };
    await expect(approve([1], 0)).rejects.toMatchObject(refusal);
    await expect(approve('all', 0)).rejects.toMatchObject(refusal);
    expect(await states()).toEqual(['in_review', 'new']);
    expect(await approve('all', 1)).toBe(2);
  });

  it('counts what the person saved meanwhile as seen', async () => {
    await correct('Total of all');
    expect(await approve([1], 0)).toBe(1);
  });
});

describe('a rejection', () => {
  it('needs a reason, which stands among the comments of the page', async () => {
    const reject = (comment?: string) =>
      extractions.setReviewState(scope, documentId, { pages: [1], state: 'rejected', comment });
    await expect(reject('  ')).rejects.toMatchObject({ kind: 'invalid_input' });
    expect(await states()).toEqual(['new', 'new']);
    await reject('The picture is cut off.');
    expect(await states()).toEqual(['rejected', 'new']);
    const comments = await database().comment.findMany({ where: { documentId } });
    expect(comments).toMatchObject([
      { pageNumber: 1, body: 'The picture is cut off.', authorId: owner.id, workspaceId: scope.workspaceId },
    ]);
  });
});

it('decides on no page when one of them was not read', async () => {
  const pages = [1, 3];
  await expect(
    extractions.setReviewState(scope, documentId, { pages, state: 'approved' }),
  ).rejects.toMatchObject({ kind: 'not_found' });
  expect(await states()).toEqual(['new', 'new']);
});

it('decides on nothing in a document that was not read', async () => {
  const unread = await documentWithPages(owner, 1);
  expect(await extractions.setReviewState(scope, unread, { pages: 'all', state: 'approved' })).toBe(0);
});
