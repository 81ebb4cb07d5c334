import { distance } from 'fastest-levenshtein';
import type { Scope } from '#lib/access/index.ts';
import { findWordsByTrigram } from './word-store.ts';

const MOST_CANDIDATES = 60;
const MOST_SIMILAR = 6;

/** Shapes that readers of print mistake for one another, each written as the simplest of its kind. */
const confusions: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[0q]/g, 'o'],
  [/[1i|!]/g, 'l'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/2/g, 'z'],
];

/** Words of the workspace that this one may stand for: misread, misspelled, or with another ending. */
export async function similarWords(scope: Scope, word: string): Promise<string[]> {
  const candidates = await findWordsByTrigram(scope, word, MOST_CANDIDATES);
  return candidates
    .map(({ word, folded, wanted }) => ({
      word,
      edits: editsBetween(wanted, folded),
      most: mostEdits(wanted),
    }))
    .filter(({ edits, most }) => edits <= most)
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, MOST_SIMILAR)
    .map(({ word }) => word);
}

/** Steps from one word to the other; what print confuses costs nothing. */
export function editsBetween(a: string, b: string): number {
  return distance(withoutConfusions(a), withoutConfusions(b));
}

/** One step in four letters: more would make other words of short ones. */
function mostEdits(word: string): number {
  return Math.max(1, Math.round(word.length / 4));
}

function withoutConfusions(word: string): string {
  return confusions.reduce((text, [shape, plain]) => text.replace(shape, plain), word);
}
