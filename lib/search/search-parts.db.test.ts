import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { InvalidInput } from '#lib/platform/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { documentSaying } from '#lib/testing/searchable-documents.ts';
import { searchPages } from './index.ts';

/** Every part of what is found, and the numbers of the pages in their order; `between` runs after each part. */
async function allParts(user: TestUser, query: string, between = async (_part: number) => {}) {
  const parts = [await searchPages(scopeOf(user), query)];
  for (let after = parts[0]?.next; after; after = parts.at(-1)?.next) {
    await between(parts.length);
    parts.push(await searchPages(scopeOf(user), query, { after }));
  }
  const pages = parts.flatMap(({ hits }) => hits.map(({ pageNumber }) => pageNumber));
  return { parts, pages, first: parts[0] };
}

const manyPages = (count: number, say: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => say(n));

describe('what is found, in parts', () => {
  it('holds every match once, and says how many there are', async () => {
    const user = await createUser();
    await documentSaying(
      user,
      manyPages(45, (n) => `common word ${n}`),
    );
    const { parts, pages, first } = await allParts(user, 'common');
    expect(pages.toSorted((a, b) => a - b)).toEqual(manyPages(45, String).map((n) => Number(n) + 1));
    expect(parts.map(({ hits }) => hits.length)).toEqual([20, 20, 5]);
    expect(first).toMatchObject({ matches: 45, isCountComplete: true });
  });

  it('goes on where it stood while pages come and go', async () => {
    const user = await createUser();
    const kept = await documentSaying(
      user,
      manyPages(45, () => 'common word'),
    );
    const { parts } = await allParts(user, 'common', async (part) => {
      const late = await documentSaying(
        user,
        manyPages(5, () => 'common common common'),
      );
      if (part === 2) await database().document.delete({ where: { id: late } });
    });
    const hits = parts.flatMap((part) => part.hits).filter(({ documentId }) => documentId === kept);
    expect(new Set(hits.map(({ pageNumber }) => pageNumber)).size).toBe(45);
    expect(hits).toHaveLength(45);
  });

  it('goes on, too, with words that are nearly alike', async () => {
    const user = await createUser();
    await documentSaying(
      user,
      manyPages(25, (n) => `lnvoice ${n}`),
    );
    const { parts, pages } = await allParts(user, 'invoice');
    expect(new Set(pages).size).toBe(25);
    for (const { similar } of parts) expect(similar).toEqual([{ word: 'invoice', instead: ['lnvoice'] }]);
  });

  it('begins nowhere but where a part has ended', async () => {
    const user = await createUser();
    for (const after of ['x', Buffer.from('[false,1,"x"]').toString('base64url')]) {
      await expect(searchPages(scopeOf(user), 'common', { after })).rejects.toThrow(InvalidInput);
    }
  });
});

describe('a search that more than 1,000 pages match', () => {
  const pageCount = 1_100;
  let user: TestUser;
  beforeAll(async () => {
    user = await createUser();
    await documentSaying(
      user,
      manyPages(pageCount, (n) => `everywhere the same ${n % 2 ? 'odd' : 'even'} page ${n + 1}`),
    );
  }, 120_000);

  it('ranks the newest 1,000 and says that there are more', async () => {
    const { pages, first } = await allParts(user, 'everywhere');
    expect(first).toMatchObject({ matches: 1_000, isCountComplete: false });
    expect(pages.toSorted((a, b) => a - b)).toEqual(manyPages(1_000, String).map((n) => Number(n) + 101));
  }, 60_000);

  it('finds the oldest of them by what sets it apart', async () => {
    const answer = async (query: string, filters = {}) => {
      const { hits, matches, isCountComplete } = await searchPages(scopeOf(user), query, { filters });
      return [matches, isCountComplete, hits[0]?.pageNumber];
    };
    expect(await answer('everywhere 7')).toEqual([1, true, 7]);
    expect(await answer('"even page 7" OR "odd page 8"')).toEqual([2, true, 8]);
    expect((await answer('everywhere -odd')).slice(0, 2)).toEqual([550, true]);
    await database().extraction.updateMany({
      where: { workspaceId: user.workspace.id, pageNumber: 3 },
      data: { state: 'approved', confidence: 0.4 },
    });
    expect(await answer('everywhere', { state: 'approved' })).toEqual([1, true, 3]);
    expect(await answer('everywhere', { below: 50 })).toEqual([1, true, 3]);
    expect((await answer('everywhere', { person: user.id })).slice(0, 2)).toEqual([1_000, false]);
  });
});
