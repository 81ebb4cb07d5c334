import type { SearchHit } from '#lib/contracts/index.ts';
import { type SearchQuery, wantedTerms } from './search-query.ts';
import type { FoundPage } from './search-store.ts';
import { excerptAround, excerptOfWords, wordsIn } from './snippet.ts';
import { tokensOfTerm } from './tokens-of-term.ts';
import { matchWords, type WordMatches } from './word-match-store.ts';

/** A found page, with the key of its small picture in place of a URL: how pictures are reached is the caller's. */
export type PageHit = Omit<SearchHit, 'thumbnailUrl'> & { thumbnailSha256: string | null };

/** Gives each page the piece of its text in which most of what is searched for stands. */
export async function toPageHits(pages: readonly FoundPage[], query: SearchQuery): Promise<PageHit[]> {
  const terms = wantedTerms(query);
  const tokens = terms.flatMap(tokensOfTerm).flat();
  const byConfig = new Map<string, WordMatches>();
  for (const config of new Set(pages.map((page) => page.config))) {
    const texts = pages.filter((page) => page.config === config).map(({ text }) => text);
    byConfig.set(config, await matchWords(texts.flatMap(wordsIn), tokens, config));
  }
  return pages.map(
    ({ text, config, matches: _matches, rank: _rank, number: _number, createdAt, ...rest }) => {
      const isHit = (word: string) => tokens.some((token) => byConfig.get(config)?.matches(token, word));
      const wanted = terms.flatMap(({ texts }) => texts);
      const snippet = excerptOfWords(text, isHit) ?? excerptAround(text, wanted);
      return { ...rest, createdAt: createdAt.toISOString(), snippet };
    },
  );
}
