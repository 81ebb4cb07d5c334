import type { Term } from './search-query.ts';
import { isUnspaced } from './unspaced-script.ts';
import type { Token } from './word-match-store.ts';

/** A term as rows of words that must stand one after the other; none for scripts that part no words. */
export function tokensOfTerm({ kind, texts }: Term): Token[][] {
  if (texts.some(isUnspaced)) return [];
  return texts.map((text) => {
    if (kind !== 'phrase') return [{ text, isPrefix: kind === 'prefix' }];
    return text
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .map((word) => ({ text: word, isPrefix: false }));
  });
}
