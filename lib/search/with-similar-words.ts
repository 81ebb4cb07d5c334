import type { Scope } from '#lib/access/index.ts';
import type { SearchAnswer } from '#lib/contracts/index.ts';
import type { SearchQuery, Term } from './search-query.ts';
import { similarWords } from './similar-words.ts';

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
