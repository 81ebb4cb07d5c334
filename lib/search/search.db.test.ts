import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { documentSaying } from '#lib/testing/searchable-documents.ts';
import { findHits, indexPage, searchPages, suggest } from './index.ts';
import { wordsOfText } from './words-of-text.ts';

const found = async (user: TestUser, query: string, options = {}) =>
  (await searchPages(scopeOf(user), query, options)).hits.map((hit) => hit.pageNumber).toSorted();

describe('a search', () => {
  it('understands words, phrases, beginnings, alternatives and what is unwanted', async () => {
    const user = await createUser();
    await documentSaying(user, [
      'The red apple fell from the tree',
      'An apple, green; the fence is red',
      'Invoices are paid within thirty days',
    ]);
    expect(await found(user, 'red apple')).toEqual([1, 2]);
    expect(await found(user, '"red apple"')).toEqual([1]);
    expect(await found(user, 'apples -tree')).toEqual([2]);
    expect(await found(user, 'invoi*')).toEqual([3]);
    expect(await found(user, 'thirty OR tree')).toEqual([1, 3]);
    expect(await found(user, 'invoice')).toEqual([3]);
  });

  it('folds accents and case, and knows the endings of the language that was read', async () => {
    const user = await createUser();
    await documentSaying(user, ['Die Rechnungen für Zubehör'], ['de']);
    await documentSaying(user, ['', 'Les factures réglées à Orléans'], ['fr']);
    expect(await found(user, 'rechnung')).toEqual([1]);
    expect(await found(user, 'ZUBEHOR')).toEqual([1]);
    expect(await found(user, 'facture orleans')).toEqual([2]);
    expect(await found(user, 'rechnung OR facture')).toEqual([1, 2]);
  });

  it('looks inside texts that have no blanks', async () => {
    const user = await createUser();
    await documentSaying(user, ['請求書番号は123です', 'something else'], ['ja']);
    expect(await found(user, '番号')).toEqual([1]);
    expect(await found(user, '番号 -請求')).toEqual([]);
    const { hits } = await searchPages(scopeOf(user), '番号');
    expect(hits[0]?.snippet.find(({ hit }) => hit)?.text).toBe('番号');
  });

  it('takes words that are nearly alike when nothing matches, and says so', async () => {
    const user = await createUser();
    await documentSaying(user, ['the modern lnvoice', 'nothing of the kind']);
    const answer = await searchPages(scopeOf(user), 'invoice modem');
    expect(answer.hits.map(({ pageNumber }) => pageNumber)).toEqual([1]);
    expect(answer.similar).toEqual(
      expect.arrayContaining([
        { word: 'invoice', instead: ['lnvoice'] },
        { word: 'modem', instead: ['modern'] },
      ]),
    );
    expect((await searchPages(scopeOf(user), 'zebra')).similar).toEqual([]);
  });

  it('says why it looked for nothing', async () => {
    const user = await createUser();
    await documentSaying(user, ['the cat and the dog']);
    expect((await searchPages(scopeOf(user), 'the and')).problem).toContain('Nearly every text');
    expect((await searchPages(scopeOf(user), '-cat')).problem).toContain('what you look for');
    expect((await searchPages(scopeOf(user), 'cat '.repeat(33))).problem).toContain('Shorten it');
    expect((await searchPages(scopeOf(user), '***')).problem).toContain('a letter or a digit');
    expect(await searchPages(scopeOf(user), '  ')).toMatchObject({ hits: [], problem: null });
  });

  it('takes a NUL for a space', async () => {
    const user = await createUser();
    await documentSaying(user, ['the cat and the dog']);
    expect((await searchPages(scopeOf(user), 'cat\0dog')).matches).toBe(1);
  });

  it('filters by what is known of page and document', async () => {
    const user = await createUser();
    const other = await createUser({ workspace: user.workspace, role: 'editor' });
    const one = await documentSaying(user, ['shared word']);
    const two = await documentSaying(other, ['', 'shared word']);
    await database().extraction.updateMany({
      where: { documentId: two },
      data: { state: 'approved', confidence: 0.5 },
    });
    await database().document.update({ where: { id: one }, data: { createdAt: new Date('2020-02-02') } });
    const filtered = (filters: object) => found(user, 'shared', { filters });
    expect(await filtered({})).toEqual([1, 2]);
    expect(await filtered({ person: other.id })).toEqual([2]);
    expect(await filtered({ state: 'approved' })).toEqual([2]);
    expect(await filtered({ below: 60 })).toEqual([2]);
    expect(await filtered({ to: '2020-02-02' })).toEqual([1]);
    expect(await filtered({ from: '2020-02-03' })).toEqual([2]);
    expect(await filtered({ document: one })).toEqual([1]);
  });

  it('never shows another workspace, the trash, or what was deleted, not even in suggestions', async () => {
    const [user, stranger] = [await createUser(), await createUser()];
    const trashed = await documentSaying(user, ['secretword in the bin']);
    await documentSaying(stranger, ['secretword elsewhere']);
    await database().document.update({
      where: { id: trashed },
      data: { trashedAt: new Date(), name: 'secretword.pdf' },
    });
    expect(await searchPages(scopeOf(user), 'secretword')).toMatchObject({ hits: [], documents: [] });
    expect(await suggest(scopeOf(user), 'secretw')).toEqual({ words: [], documents: [] });
    const nobody = await createUser();
    expect(await searchPages(scopeOf(nobody), 'secretwort')).toMatchObject({ hits: [], similar: [] });
  });

  it('follows a text that changes', async () => {
    const user = await createUser();
    const documentId = await documentSaying(user, ['before']);
    const { id: pageId } = await database().page.findFirstOrThrow({ where: { documentId } });
    const { id: workspaceId } = user.workspace;
    await inTransaction((tx) =>
      indexPage(tx, { workspaceId, documentId, pageId, text: 'after', languages: [] }),
    );
    expect(await found(user, 'before')).toEqual([]);
    expect((await suggest(scopeOf(user), 'befo')).words).toEqual([]);
  });

  it('finds a page by each of its words', async () => {
    const user = await createUser();
    const scope = scopeOf(user);
    const documentId = await documentSaying(user, ['']);
    const { id: pageId } = await database().page.findFirstOrThrow({ where: { documentId } });
    const { id: workspaceId } = user.workspace;
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefghäßéœłİ0189-.’&<\\\'":*!|()'),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
        const text = words.join(' ');
        await inTransaction((tx) =>
          indexPage(tx, { workspaceId, documentId, pageId, text, languages: ['xx'] }),
        );
        for (const wanted of wordsOfText(text)) {
          expect((await searchPages(scope, `"${wanted}"`)).hits, `${wanted} in ${text}`).toHaveLength(1);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('suggestions', () => {
  it('complete the last word from what was read, and name documents', async () => {
    const user = await createUser();
    const documentId = await documentSaying(user, ['Größe Grösse Gross 2024']);
    await database().document.update({ where: { id: documentId }, data: { name: 'Grosskunden.pdf' } });
    expect(await suggest(scopeOf(user), 'die gros')).toEqual({
      words: ['gross', 'größe', 'grösse'],
      documents: [{ id: documentId, name: 'Grosskunden.pdf' }],
    });
    expect(await suggest(scopeOf(user), 'g')).toEqual({ words: [], documents: [] });
    expect((await suggest(scopeOf(user), 'gr%')).words).toEqual([]);
    await documentSaying(user, ['Счета счёт 請求書番号'], ['ru']);
    expect((await suggest(scopeOf(user), 'сч')).words).toEqual(['счёт', 'счета']);
  });
});

describe('hits on a page', () => {
  const line = (id: string, text: string) => ({
    id,
    text,
    box: null,
    words: text.split(' ').map((word, index) => ({
      text: word,
      confidence: 1,
      box: [index, 0, index + 1, 1] satisfies [number, number, number, number],
    })),
  });

  it('are the words that the index would find, phrases across lines included', async () => {
    const user = await createUser();
    const lines = [line('r0', 'Two invoices, paid in'), line('r1', 'full today by Müller')];
    const documentId = await documentSaying(user, [lines.map(({ text }) => text).join('\n')], ['en']);
    const hits = async (query: string) =>
      (await findHits(scopeOf(user), { documentId, pageNumber: 1, lines }, query)).hits;
    expect(await hits('invoice')).toEqual([
      { line: 'r0', words: [1], boxes: [[1, 0, 2, 1]], text: 'invoices,' },
    ]);
    expect((await hits('"paid in full"')).map(({ text, boxes }) => [text, boxes.length])).toEqual([
      ['paid in full', 3],
    ]);
    expect((await hits('muller OR to*')).map(({ text }) => text)).toEqual(['today', 'Müller']);
    expect((await hits('mueller')).map(({ text }) => text)).toEqual(['Müller']);
    expect((await hits('invoise')).map(({ text }) => text)).toEqual(['invoices,']);
    expect(await hits('in')).toEqual([]);
  });
});
