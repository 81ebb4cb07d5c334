import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InsightRange } from '#lib/contracts/index.ts';
import { saveRevision, setReviewState } from '#lib/extractions/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf } from '#lib/testing/documents.ts';
import { readDocument, readingOf, readPages } from '#lib/testing/read-pages.ts';
import { getInsights } from './index.ts';

const at = (day: string) => ({ now: () => new Date(`${day}T12:00:00Z`) });
const today = at('2026-11-23');

let user: TestUser;
beforeAll(async () => {
  user = await createUser();
});
afterAll(() => closeQueue());

function insights(range: InsightRange, who = user) {
  return getInsights(scopeOf(who, 'job:read'), range, today);
}

async function readOn(day: string, documentId: string): Promise<string> {
  const readAt = at(day).now();
  await database().jobPage.updateMany({ where: { job: { documentId } }, data: { completedAt: readAt } });
  await database().extraction.updateMany({ where: { documentId }, data: { readAt } });
  return documentId;
}

async function correct(documentId: string, day: string, text: string): Promise<void> {
  const { revision: base } = await database().extraction.findUniqueOrThrow({
    where: { documentId_pageNumber: { documentId, pageNumber: 1 } },
  });
  const operations = [{ op: 'set' as const, line: 'r0', text }];
  const save = { saveId: newId().toLowerCase(), base, operations };
  await saveRevision(scopeOf(user, 'review:write'), documentId, 1, save, at(day));
}

function approve(documentId: string, day: string, pages: number[] | 'all' = 'all') {
  return setReviewState(scopeOf(user, 'review:write'), documentId, { pages, state: 'approved' }, at(day));
}

async function tag(documentId: string, name: string): Promise<void> {
  const id = newId();
  await database().tag.create({ data: { id, workspaceId: user.workspace.id, name, color: 'green' } });
  await database().documentTag.create({ data: { documentId, tagId: id } });
}

/** Read in a language; one page of 0.9, one of 0.7, one of a service that does not say. */
async function threePages(): Promise<string> {
  const documentId = await documentWithPages(user, 3);
  await database().job.updateMany({ where: { documentId }, data: { languages: ['de'] } });
  await readPages(documentId, [readingOf('the tum of it'), readingOf('one? two'), 'text alone']);
  return readOn('2026-11-17', documentId);
}

describe('insights', () => {
  it('are all nothing where nothing was read, and cut the range without gaps', async () => {
    const { total, periods, step } = await insights('90-days');
    expect(total).toMatchObject({ readPages: 0, confidence: null, approvedPages: 0, corrections: 0 });
    expect(step).toBe('week');
    expect([periods.length, periods[0]?.from, periods.at(-1)?.from]).toEqual([
      13,
      '2026-08-31',
      '2026-11-23',
    ]);
    expect((await insights('all')).periods).toHaveLength(1);
  });

  it('count what was read, corrected and approved in each week, and what the machine read wrong', async () => {
    const german = await threePages();
    await correct(german, '2026-11-18', 'the turm of it');
    await correct(german, '2026-11-19', 'the turn of it');
    await approve(german, '2026-11-23', [1, 2]);
    await tag(german, 'Letters');
    const old = await readOn('2026-05-04', await readDocument(user, [readingOf('all is well')]));
    await approve(old, '2026-05-05');

    const { total, periods, contentTypes, languages, tags, correctedWords } = await insights('90-days');
    // "tum" for "turn": two of the 14 characters, one of the 4 words; "one two" was read right.
    const errors = {
      approvedPages: 2,
      characterErrors: 2,
      characterCount: 14 + 7,
      wordPages: 2,
      wordErrors: 1,
      wordCount: 4 + 2,
    };
    const read = { readPages: 3, confidentPages: 2, confidence: expect.closeTo(0.8, 6) };
    const corrected = { corrections: 2, correctedPages: 1 };
    const none = { approvedPages: 0, characterErrors: 0, characterCount: 0, wordErrors: 0, wordCount: 0 };
    expect(total).toEqual({ ...read, ...corrected, ...errors });
    expect(periods.slice(-3)).toEqual([
      expect.objectContaining({ from: '2026-11-09', readPages: 0, confidence: null, corrections: 0 }),
      { from: '2026-11-16', ...read, ...corrected, ...none, wordPages: 0 },
      {
        from: '2026-11-23',
        readPages: 0,
        confidentPages: 0,
        confidence: null,
        corrections: 0,
        correctedPages: 0,
        ...errors,
      },
    ]);
    expect(contentTypes).toEqual([{ name: 'image/jpeg', ...errors }]);
    expect(languages).toEqual([{ name: 'de', ...errors }]);
    expect(tags).toEqual([{ name: 'Letters', ...errors }]);
    expect(correctedWords).toEqual({ pages: 1, words: [{ before: 'tum', after: 'turn', count: 1 }] });

    const all = await insights('all');
    expect(all.periods.map(({ from, readPages }) => [from, readPages])).toEqual([
      ['2026-05-01', 1],
      ['2026-06-01', 0],
      ['2026-07-01', 0],
      ['2026-08-01', 0],
      ['2026-09-01', 0],
      ['2026-10-01', 0],
      ['2026-11-01', 3],
    ]);
    expect(all.languages.map(({ name, approvedPages }) => [name, approvedPages])).toEqual([
      ['de', 2],
      ['auto', 1],
    ]);
  });

  it('forget an approval that does not stand any more', async () => {
    const documentId = await readOn('2025-11-20', await readDocument(user, [readingOf('a page')]));
    const before = (await insights('year')).total.approvedPages;
    await approve(documentId, '2026-11-20');
    expect((await insights('year')).total.approvedPages).toBe(before + 1);
    await correct(documentId, '2026-11-21', 'another page');
    expect((await insights('year')).total.approvedPages).toBe(before);
  });

  it('count no words in scripts without blanks, only characters', async () => {
    const other = await createUser();
    const documentId = await readDocument(other, [readingOf('東京都')]);
    const scope = scopeOf(other, 'review:write');
    await setReviewState(scope, documentId, { pages: 'all', state: 'approved' }, today);
    expect((await insights('30-days', other)).total).toMatchObject({
      approvedPages: 1,
      characterCount: 3,
      wordPages: 0,
      wordCount: 0,
    });
  });

  it('leave out the trash, what was deleted, and other workspaces', async () => {
    const other = await createUser();
    const [trashed, deleted] = [
      await readDocument(other, [readingOf('one')]),
      await readDocument(other, [readingOf('two')]),
    ];
    const scope = scopeOf(other, 'review:write');
    for (const documentId of [trashed, deleted]) {
      const save = {
        saveId: newId().toLowerCase(),
        base: 0,
        operations: [{ op: 'set' as const, line: 'r0', text: 'mended' }],
      };
      await saveRevision(scope, documentId, 1, save, today);
      await setReviewState(scope, documentId, { pages: 'all', state: 'approved' }, today);
    }
    const counts = async () => {
      const { total, contentTypes, correctedWords } = await insights('all', other);
      const { readPages, approvedPages, corrections } = total;
      return [readPages, approvedPages, corrections, contentTypes.length, correctedWords.pages];
    };
    expect(await counts()).toEqual([2, 2, 2, 1, 2]);
    await database().document.update({ where: { id: trashed }, data: { trashedAt: new Date() } });
    await database().document.update({ where: { id: deleted }, data: { deletedAt: new Date() } });
    expect(await counts()).toEqual([0, 0, 0, 0, 0]);
  });
});
