import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { documentSaying } from '#lib/testing/searchable-documents.ts';
import { findHits, searchPages } from './index.ts';

const words = fc.constantFrom('red', 'apples', 'tree', 'of', 'the', 'bill');
const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const quoted = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => `"${list.join(' ')}"`);
const query = fc.oneof(
  quoted,
  fc.tuple(quoted, words).map(([phrase, word]) => `${phrase} ${word}`),
  fc.tuple(words, quoted).map(([word, phrase]) => `red ${word} -${phrase}`),
  fc.tuple(quoted, quoted).map(([one, other]) => `${one} OR ${other}`),
);

describe('phrases', () => {
  it('are found exactly where PostgreSQL finds them without an index', async () => {
    const user = await createUser();
    const texts = fc.sample(text, { numRuns: 20, seed: 5 });
    await documentSaying(user, texts);
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const matching = await database().$queryRaw<{ page: number }[]>`
          SELECT place::int AS page FROM unnest(${texts}::text[]) WITH ORDINALITY AS said (text, place),
            websearch_to_tsquery('lectern_english', ${asked}) AS wanted
          WHERE numnode(wanted) > 0 AND to_tsvector('lectern_english', text) @@ wanted`;
        const { hits, similar } = await searchPages(scopeOf(user), asked);
        const pages = similar.length > 0 ? [] : hits.map(({ pageNumber }) => pageNumber);
        expect(
          pages.toSorted((a, b) => a - b),
          asked,
        ).toEqual(matching.map(({ page }) => page));
      }),
      { numRuns: 30 },
    );
  });

  it('and texts without blanks are found in one workspace only', async () => {
    const [user, stranger] = [await createUser(), await createUser()];
    await documentSaying(user, ['a green apple']);
    await documentSaying(stranger, ['the red apple', '請求書番号']);
    const queries = ['"red apple"', '"red apple" OR "green pear"', '番号', '番', '番号 OR "red apple"'];
    for (const asked of queries) expect(await searchPages(scopeOf(user), asked)).toMatchObject({ hits: [] });
    for (const asked of queries) expect((await searchPages(scopeOf(stranger), asked)).hits).not.toEqual([]);
    const page = { documentId: 'none', pageNumber: 1, lines: [] };
    expect(await findHits(scopeOf(user), page, '"red apple"')).toEqual({ hits: [] });
  });
});

describe('documents by name', () => {
  it('hold the very letters, those that SQL takes for wildcards included', async () => {
    const user = await createUser();
    const names = ['100% sure.pdf', '1000 sure.pdf', 'a_b.pdf', 'axb.pdf', 'Größe Q3.pdf'];
    for (const name of names) {
      const id = await documentSaying(user, ['text']);
      await database().document.update({ where: { id }, data: { name } });
    }
    const named = async (asked: string) =>
      (await searchPages(scopeOf(user), asked)).documents.map(({ name }) => name);
    expect(await named('100% sure')).toEqual(['100% sure.pdf']);
    expect(await named('a_b')).toEqual(['a_b.pdf']);
    expect(await named('q3')).toEqual(['Größe Q3.pdf']);
    expect(await named('größe')).toEqual(['Größe Q3.pdf']);
    expect(await named('SURE 1000')).toEqual(['1000 sure.pdf']);
  });
});
