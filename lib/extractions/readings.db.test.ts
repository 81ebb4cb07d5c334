import { afterAll, describe, expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf } from '#lib/testing/documents.ts';
import { readAgain, readDocument, readingOf } from '#lib/testing/read-pages.ts';
import * as extractions from './index.ts';

const owner = await createUser();
const scope = scopeOf(owner, 'review:write');
const first = readingOf('Tota1? of all');
const second = readingOf('Total of all', 'goods');

afterAll(() => closeQueue());

function correct(documentId: string, text: string) {
  const operations = [{ op: 'set' as const, line: 'r0', text }];
  return extractions.saveRevision(scope, documentId, 1, { saveId: 'correction', base: 0, operations });
}

async function textOf(documentId: string) {
  return (await extractions.pageText(scope, documentId, 1)).text;
}

async function pagesOf(documentId: string, numbers?: number[]): Promise<extractions.CorrectedPage[]> {
  const pages: extractions.CorrectedPage[] = [];
  for await (const page of extractions.correctedReadings(scope, documentId, numbers)) pages.push(page);
  return pages;
}

describe('a page that was read', () => {
  it('says what the machine read, with its places and its doubts', async () => {
    const documentId = await readDocument(owner, [first]);
    expect(await extractions.getExtraction(scope, documentId, 1)).toMatchObject({
      size: { width: 400, height: 600 },
      revision: 0,
      state: 'new',
      hasNewerReading: false,
      lines: [{ id: 'r0', text: 'Tota1 of all', words: [{ text: 'Tota1', confidence: 0.5 }, {}, {}] }],
    });
    const [overview] = await extractions.reviewOverview(scope, documentId);
    expect(overview).toMatchObject({ doubtfulCount: 1, wordCount: 3, confidence: (0.5 + 0.9 + 0.9) / 3 });
  });

  it('by a service of text alone has lines without places, and can be corrected', async () => {
    const documentId = await readDocument(owner, ['Tota1 5\nThank you\n']);
    const { size, lines } = await extractions.getExtraction(scope, documentId, 1);
    expect(size).toBeNull();
    expect(lines.map(({ text, box }) => ({ text, box }))).toEqual([
      { text: 'Tota1 5', box: null },
      { text: 'Thank you', box: null },
    ]);
    await correct(documentId, 'Total 5');
    expect(await textOf(documentId)).toBe('Total 5\nThank you');
  });

  it('by an earlier release is found all the same, by its newest reading', async () => {
    const documentId = await readDocument(owner, [first]);
    await readAgain(documentId, [second]);
    await database().extraction.deleteMany({ where: { documentId } });
    expect(await textOf(documentId)).toBe('Total of all\ngoods');
    await database().extraction.deleteMany({ where: { documentId } });
    await Promise.all([extractions.recordMissing(), extractions.recordMissing()]);
    expect(await database().extraction.count({ where: { documentId } })).toBe(1);
  });

  it('not yet, is empty for those who want text, and not found by those who want lines', async () => {
    const documentId = await documentWithPages(owner, 1);
    expect(await textOf(documentId)).toBeNull();
    await expect(extractions.getExtraction(scope, documentId, 1)).rejects.toMatchObject({
      kind: 'not_found',
      message: 'Nothing has been read on this page yet.',
    });
  });
});

describe('a later reading', () => {
  it('replaces one that nobody touched', async () => {
    const documentId = await readDocument(owner, [first]);
    await readAgain(documentId, [second]);
    expect(await textOf(documentId)).toBe('Total of all\ngoods');
  });

  it('leaves corrections as they are and is offered, until it is left', async () => {
    const documentId = await readDocument(owner, [first]);
    await correct(documentId, 'Total of a11');
    await readAgain(documentId, [second]);
    expect(await extractions.getExtraction(scope, documentId, 1)).toMatchObject({ hasNewerReading: true });
    expect(await textOf(documentId)).toBe('Total of a11');
    const offered = await extractions.newerReading(scope, documentId, 1);
    expect(offered?.map(({ text }) => text)).toEqual(['Total of all', 'goods']);
    const left = await extractions.leaveNewerReading(scope, documentId, 1);
    expect(left).toMatchObject({ hasNewerReading: false, revision: 1 });
    expect(await extractions.newerReading(scope, documentId, 1)).toBeNull();
  });

  it('can be taken; the corrections stay in the history and can be brought back', async () => {
    const documentId = await readDocument(owner, [first]);
    await correct(documentId, 'Total of a11');
    await readAgain(documentId, [second]);
    const taken = await extractions.takeNewerReading(scope, documentId, 1);
    expect(taken).toMatchObject({ revision: 2, hasNewerReading: false, state: 'in_review' });
    expect(await textOf(documentId)).toBe('Total of all\ngoods');
    expect(await extractions.takeNewerReading(scope, documentId, 1)).toEqual(taken);
    const back = await extractions.restoreRevision(scope, documentId, 1, 1, 'broughtback');
    expect(back.lines.map(({ text }) => text)).toEqual(['Total of a11']);
    expect(await extractions.extractionAt(scope, documentId, 1, 3)).toEqual(back.lines);
  });

  it('of a page that was approved as it was is offered, too', async () => {
    const documentId = await readDocument(owner, [first]);
    await extractions.setReviewState(scope, documentId, { pages: [1], state: 'approved' });
    await readAgain(documentId, [second]);
    expect(await extractions.getExtraction(scope, documentId, 1)).toMatchObject({
      state: 'approved',
      hasNewerReading: true,
      lines: [{ text: 'Tota1 of all' }],
    });
    expect(await extractions.takeNewerReading(scope, documentId, 1)).toMatchObject({
      state: 'new',
      revision: 0,
      lines: [{ text: 'Total of all' }, { text: 'goods' }],
    });
  });
});

describe('the readings for exports', () => {
  it('hold corrected text with the blocks of the machine, and null for pages that were not read', async () => {
    const documentId = await readDocument(owner, [first, 'text alone']);
    await correct(documentId, 'Total of all');
    await database().page.create({
      data: {
        id: `p${documentId}`,
        workspaceId: scope.workspaceId,
        documentId,
        number: 3,
        width: 1,
        height: 1,
      },
    });
    const pages = await pagesOf(documentId);
    expect(pages).toMatchObject([
      {
        pageNumber: 1,
        isCorrected: true,
        machine: { width: 400 },
        reading: { text: 'Total of all', width: 400, blocks: [{ type: 'paragraph', lines: [0] }] },
      },
      { pageNumber: 2, isCorrected: false, machine: null, reading: { text: 'text alone', width: 0 } },
      { pageNumber: 3, reading: null },
    ]);
    const only = await pagesOf(documentId, [2]);
    expect(only.map(({ pageNumber }) => pageNumber)).toEqual([2]);
  });
});
