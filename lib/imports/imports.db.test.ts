import { afterAll, describe, expect, it } from 'vitest';
import { getExtraction, listRevisions } from '#lib/extractions/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { altoFormat, documentText, hocrFormat } from '#lib/readings/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf } from '#lib/testing/documents.ts';
import { readDocument, readingOf } from '#lib/testing/read-pages.ts';
import * as imports from './index.ts';

const [user, stranger] = await Promise.all([createUser(), createUser()]);
const scope = scopeOf(user, 'review:write');
const [one, two] = [readingOf('Chapter one', 'It was late'), readingOf('Chapter two')];
const facts = { name: 'book.pdf', pageCount: 2 };
const numbered = [one, two].map((reading, index) => ({ number: index + 1, reading }));
const whole = documentText(altoFormat, numbered, facts);
const ofOne = documentText(hocrFormat, numbered.slice(0, 1), { ...facts, pageCount: 1 });

afterAll(() => closeQueue());

function newDocument() {
  return readDocument(user, [readingOf('Chaqter ome'), readingOf('Chapter two', 'of three')]);
}

/** What the page says, without the names of lines. */
async function said(documentId: string, page: number) {
  const { lines } = await getExtraction(scope, documentId, page);
  return lines.map(({ id: _, ...line }) => line);
}

function expected({ lines }: typeof one) {
  return lines.map(({ text, box, words }) => ({ text, box, words }));
}

describe('an import', () => {
  it('of our own ALTO gives the same lines, words and boxes back, as a revision of its own kind', async () => {
    const documentId = await newDocument();
    expect(
      await imports.importFile(scope, documentId, { text: whole, pageNumber: undefined, saveId: 'import1' }),
    ).toBe(2);
    expect(await said(documentId, 1)).toEqual(expected(one));
    expect(await said(documentId, 2)).toEqual(expected(two));
    expect((await listRevisions(scope, documentId, 1)).map(({ kind }) => kind)).toEqual(['import']);
  });

  it('of our own hOCR into one page leaves the others as they are', async () => {
    const documentId = await newDocument();
    const before = await said(documentId, 2);
    await imports.importFile(scope, documentId, { text: ofOne, pageNumber: 1, saveId: 'import1' });
    expect(await said(documentId, 1)).toEqual(expected(one));
    expect(await said(documentId, 2)).toEqual(before);
  });

  it('scales places from the size of the page in the file to ours', async () => {
    const documentId = await newDocument();
    const text = `<html><body><div class="ocr_page" title="bbox 0 0 800 1200">
      <span class="ocr_line" title="bbox 20 40 210 60"><span class="ocrx_word" title="bbox 20 40 110 61">Half</span> so</span>
      <span class="ocr_line" title="bbox 0 100 100 120">two words</span></div></body></html>`;
    await imports.importFile(scope, documentId, { text, pageNumber: 1, saveId: 'import1' });
    expect(await said(documentId, 1)).toEqual([
      {
        text: 'Half so',
        box: [10, 20, 105, 30],
        words: [{ text: 'Half', confidence: null, box: [10, 20, 55, 31] }],
      },
      {
        text: 'two words',
        box: [0, 50, 50, 60],
        words: [
          { text: 'two', confidence: null, box: [0, 50, 17, 60] },
          { text: 'words', confidence: null, box: [22, 50, 50, 60] },
        ],
      },
    ]);
  });

  it('sent twice counts once', async () => {
    const documentId = await newDocument();
    const source = { text: whole, pageNumber: undefined, saveId: 'import1' };
    await imports.importFile(scope, documentId, source);
    await imports.importFile(scope, documentId, source);
    expect(await listRevisions(scope, documentId, 1)).toHaveLength(1);
  });
});

describe('the preview', () => {
  it('shows both texts of each page and changes nothing', async () => {
    const documentId = await newDocument();
    expect(await imports.previewImport(scope, documentId, { text: whole, pageNumber: undefined })).toEqual({
      format: 'ALTO',
      pages: [
        { number: 1, texts: { before: 'Chaqter ome', after: 'Chapter one\nIt was late' } },
        { number: 2, texts: { before: 'Chapter two\nof three', after: 'Chapter two' } },
      ],
      unread: [],
      misshapen: [],
    });
    expect(await listRevisions(scope, documentId, 1)).toEqual([]);
  });

  it('warns of a page of another shape', async () => {
    const documentId = await newDocument();
    const text = ofOne.replace('bbox 0 0 400 600', 'bbox 0 0 600 400');
    const preview = await imports.previewImport(scope, documentId, { text, pageNumber: 1 });
    expect(preview.misshapen).toEqual([1]);
  });
});

describe('a file that does not fit', () => {
  it.each([
    [
      'has another number of pages than the document',
      ofOne,
      undefined,
      'The file has 1 page and this document has 2 pages.',
    ],
    ['is of no known format', 'Hello', 1, 'The file is neither hOCR nor ALTO.'],
    ['is damaged', whole.replace('</Layout>', ''), 1, 'the element is not closed'],
  ])('is refused when it %s', async (_, text, pageNumber, message) => {
    const documentId = await newDocument();
    for (const run of [
      () => imports.previewImport(scope, documentId, { text, pageNumber }),
      () => imports.importFile(scope, documentId, { text, pageNumber, saveId: 'import1' }),
    ])
      await expect(run()).rejects.toMatchObject({
        kind: 'invalid_input',
        message: expect.stringContaining(message),
      });
    expect(await listRevisions(scope, documentId, 1)).toEqual([]);
  });

  it('is refused for a page that nothing was read on', async () => {
    const documentId = await documentWithPages(user, 1);
    const run = imports.previewImport(scope, documentId, { text: ofOne, pageNumber: 1 });
    await expect(run).rejects.toMatchObject({ kind: 'not_found' });
  });
});

it('finds nothing of another workspace', async () => {
  const documentId = await newDocument();
  const foreign = scopeOf(stranger, 'review:write');
  const source = { text: whole, pageNumber: undefined, saveId: 'import1' };
  for (const run of [
    () => imports.previewImport(foreign, documentId, source),
    () => imports.importFile(foreign, documentId, source),
  ])
    await expect(run()).rejects.toMatchObject({ kind: 'not_found' });
  expect(await listRevisions(scope, documentId, 1)).toEqual([]);
});
