import type { Scope } from '#lib/access/index.ts';
import type { SearchAnswer, SearchFilters } from '#lib/contracts/index.ts';
import { InvalidInput } from '#lib/platform/index.ts';
import { parseQuery, type SearchQuery, type Term, wantsSomething } from './search-query.ts';
import { findConfigs, findDocumentsByName, findPages, isOnlyCommonWords } from './search-store.ts';
import { similarWords } from './similar-words.ts';
import { type PageHit, toPageHits } from './to-page-hits.ts';

/** How many matching pages are ranked and counted; beyond it the newest are taken. */
export const MAX_MATCHES = 1_000;
const HITS_PER_PART = 20;
const MOST_DOCUMENTS = 5;

const nothing: SearchAnswer = {
  hits: [],
  matches: 0,
  isCountComplete: true,
  similar: [],
  documents: [],
  problem: null,
};

export type FoundPages = Omit<SearchAnswer, 'hits'> & { hits: PageHit[] };

/**
 * Pages of the workspace whose text (corrections included) matches, best first, `part` from 0. When nothing
 * matches as it was written, words that are nearly alike are looked for, and the answer says which. What is wrong
 * with a query that finds nothing by its form stands in `problem`.
 */
export async function searchPages(
  scope: Scope,
  input: string,
  { filters = {}, part = 0 }: { filters?: SearchFilters; part?: number } = {},
): Promise<FoundPages> {
  const query = readQuery(input);
  if (typeof query === 'string') return { ...nothing, hits: [], problem: query };
  if (query.groups.length === 0) {
    const problem = input.trim() === '' ? null : 'Type a letter or a digit of what you look for.';
    return { ...nothing, hits: [], problem };
  }
  if (!wantsSomething(query)) {
    return { ...nothing, hits: [], problem: 'Say also what you look for, not only what you leave out.' };
  }
  const configs = await findConfigs(scope);
  const documents = await documentsNamed(scope, query);
  const exact = await run(scope, { query, filters, configs }, part);
  if (exact.matches > 0 || part > 0) return { ...nothing, ...exact, documents };
  if (await isOnlyCommonWords(query, configs)) {
    const problem = 'Nearly every text has these words. Add one that says more.';
    return { ...nothing, hits: [], documents, problem };
  }
  const { similarQuery, similar } = await withSimilarWords(scope, query);
  if (similar.length === 0) return { ...nothing, hits: [], documents };
  const near = await run(scope, { query: similarQuery, filters, configs }, part);
  return { ...nothing, ...near, documents, similar: near.matches > 0 ? similar : [] };
}

/** What was asked for, or what is wrong with it. */
function readQuery(input: string): SearchQuery | string {
  try {
    return parseQuery(input);
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
}

async function run(
  scope: Scope,
  search: { query: SearchQuery; filters: SearchFilters; configs: readonly string[] },
  part: number,
) {
  const window = { most: MAX_MATCHES, offset: part * HITS_PER_PART, limit: HITS_PER_PART };
  const pages = await findPages(scope, search, window);
  const matches = pages[0]?.matches ?? 0;
  return {
    hits: await toPageHits(pages, search.query),
    matches,
    isCountComplete: matches < MAX_MATCHES,
  };
}

/** Documents that the words of a plain query name; a query with alternatives asks for texts. */
function documentsNamed(scope: Scope, { groups }: SearchQuery): Promise<{ id: string; name: string }[]> {
  const [group, ...others] = groups;
  const parts = (group ?? []).filter(({ negated }) => !negated).flatMap(({ texts }) => texts);
  if (others.length > 0 || parts.length === 0) return Promise.resolve([]);
  return findDocumentsByName(scope, parts, MOST_DOCUMENTS);
}

/** The query with each wanted word widened by words that are nearly alike. */
export async function withSimilarWords(scope: Scope, query: SearchQuery) {
  const similar: SearchAnswer['similar'] = [];
  const widen = async (term: Term): Promise<Term[]> => {
    if (term.negated) return [term];
    const words = term.texts.flatMap((text) => text.split(/\s+/).filter(Boolean));
    return Promise.all(
      words.map(async (word) => {
        const instead = await similarWords(scope, word);
        const others = instead.filter((other) => other !== word.toLowerCase());
        if (others.length > 0) similar.push({ word, instead: others });
        return { kind: 'words' as const, texts: [word, ...others], negated: false };
      }),
    );
  };
  const groups = await Promise.all(
    query.groups.map(async (group) => (await Promise.all(group.map(widen))).flat()),
  );
  return { similarQuery: { groups }, similar };
}
