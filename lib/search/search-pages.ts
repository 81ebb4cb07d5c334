import type { Scope } from '#lib/access/index.ts';
import type { SearchAnswer, SearchFilters } from '#lib/contracts/index.ts';
import { InvalidInput } from '#lib/platform/index.ts';
import { languageQueries } from './language-query-store.ts';
import { findDocumentsByName } from './named-document-store.ts';
import { readPlace, writePlace } from './search-place.ts';
import { parseQuery, type SearchQuery, wantsSomething } from './search-query.ts';
import { findPages, type RankPosition } from './search-store.ts';
import { type PageHit, toPageHits } from './to-page-hits.ts';
import { withSimilarWords } from './with-similar-words.ts';

/** How many matching pages are ranked and counted; beyond it the newest are taken. */
export const MAX_MATCHES = 1_000;
const HITS_PER_PART = 20;
const MOST_DOCUMENTS = 5;

const nothing = {
  hits: [],
  next: null,
  matches: 0,
  isCountComplete: true,
  similar: [],
  documents: [],
  problem: null,
} satisfies FoundPages;

export type FoundPages = Omit<SearchAnswer, 'hits'> & { hits: PageHit[] };

type Asked = { filters: SearchFilters; after: RankPosition | null; isSimilar: boolean };

/**
 * Pages of the workspace whose text (corrections included) matches, best first; `after` is the `next` of the part
 * before. Of more than `MAX_MATCHES` pages, the newest so many are ranked, and the answer says so. When nothing
 * matches as it was written, words that are nearly alike are looked for, and the answer says which. What is wrong
 * with a query that finds nothing by its form stands in `problem`. @throws InvalidInput for an unknown `after`
 */
export async function searchPages(
  scope: Scope,
  input: string,
  { filters = {}, after }: { filters?: SearchFilters; after?: string | undefined } = {},
): Promise<FoundPages> {
  if (input.trim() === '') return nothing;
  const query = readQuery(input);
  if (typeof query === 'string') return { ...nothing, problem: query };
  if (after) {
    const { isSimilar, ...place } = readPlace(after);
    return (isSimilar ? searchSimilar : searchExactly)(scope, query, { filters, after: place, isSimilar });
  }
  const asked = { filters, after: null, isSimilar: false };
  const [exact, documents] = await Promise.all([
    searchExactly(scope, query, asked),
    documentsNamed(scope, query),
  ]);
  if (exact.matches > 0 || exact.problem) return { ...exact, documents };
  return { ...(await searchSimilar(scope, query, asked)), documents };
}

/** What was asked for, or what is wrong with it. */
function readQuery(input: string): SearchQuery | string {
  try {
    const query = parseQuery(input);
    if (query.groups.length === 0) return 'Type a letter or a digit of what you look for.';
    return wantsSomething(query) ? query : 'Say also what you look for, not only what you leave out.';
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
}

async function searchExactly(scope: Scope, query: SearchQuery, asked: Asked): Promise<FoundPages> {
  const languages = await languageQueries(scope, query);
  if (languages.length > 0 && languages.every(({ alternatives }) => alternatives.length === 0)) {
    return { ...nothing, problem: 'Nearly every text has these words. Add one that says more.' };
  }
  const { filters, after, isSimilar } = asked;
  const window = { most: MAX_MATCHES, after, limit: HITS_PER_PART + 1 };
  const pages = await findPages(scope, { languages, filters }, window);
  const shown = pages.slice(0, HITS_PER_PART);
  const last = pages.length > HITS_PER_PART ? shown.at(-1) : undefined;
  const matches = pages[0]?.matches ?? 0;
  return {
    ...nothing,
    hits: await toPageHits(shown, query),
    next: last ? writePlace({ rank: last.rank, number: last.number, isSimilar }) : null,
    matches,
    isCountComplete: matches < MAX_MATCHES,
  };
}

async function searchSimilar(scope: Scope, query: SearchQuery, asked: Asked): Promise<FoundPages> {
  const { similarQuery, similar } = await withSimilarWords(scope, query);
  if (similar.length === 0) return nothing;
  const near = await searchExactly(scope, similarQuery, { ...asked, isSimilar: true });
  return { ...near, similar: near.matches > 0 ? similar : [] };
}

/** Documents that the words of a plain query name; a query with alternatives asks for texts. */
function documentsNamed(scope: Scope, { groups }: SearchQuery): Promise<{ id: string; name: string }[]> {
  const [group, ...others] = groups;
  const parts = (group ?? []).filter(({ negated }) => !negated).flatMap(({ texts }) => texts);
  if (others.length > 0 || parts.length === 0) return Promise.resolve([]);
  return findDocumentsByName(scope, parts, MOST_DOCUMENTS);
}
