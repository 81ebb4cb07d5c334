import type { ExtractionLine } from '#lib/contracts/index.ts';

/** Words of less confidence wait for somebody to look at them, unless the reviewer chose another measure. */
export const DOUBTFUL_BELOW = 0.8;

/** A word by its line's id and its place in it, from 0. */
export type WordPlace = { line: string; word: number };

/** Words that the machine was not sure of and that nobody has corrected or confirmed, in reading order. */
export function unresolvedWords(lines: readonly ExtractionLine[], threshold = DOUBTFUL_BELOW): WordPlace[] {
  return lines.flatMap(({ id, words }) =>
    words.flatMap(({ confidence, by }, word) =>
      confidence !== null && confidence < threshold && !by ? [{ line: id, word }] : [],
    ),
  );
}
