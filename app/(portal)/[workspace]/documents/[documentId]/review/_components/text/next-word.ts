import type { ExtractionLine } from '#lib/contracts/index.ts';
import { unresolvedWords } from '#lib/corrections/index.ts';
import { rangeOfWord } from './line-parts.ts';

export type FoundWord = { line: string; word: number; start: number; end: number; hasWrapped: boolean };

/**
 * The next word in doubt from the caret on, or the one before it; goes round at the ends of the page. Null when there
 * is none. Without a caret, the first or the last.
 */
export function nextWordInDoubt(
  lines: readonly ExtractionLine[],
  threshold: number,
  from: { line: string; at: number } | null,
  direction: 1 | -1,
): FoundWord | null {
  const order = new Map(lines.map((line, place) => [line.id, { line, place }]));
  const words = unresolvedWords(lines, threshold).flatMap(({ line: id, word }) => {
    const known = order.get(id);
    const range = known && rangeOfWord(known.line, word);
    return known && range ? [{ line: id, word, place: known.place, start: range.start, end: range.end }] : [];
  });
  const here = from ? (order.get(from.line)?.place ?? -1) : -1;
  const at = from?.at ?? 0;
  const next =
    direction === 1
      ? words.find(({ place, start }) => place > here || (place === here && start >= at))
      : words.findLast(({ place, end }) => place < here || (place === here && end <= at));
  const found = next ?? (direction === 1 ? words[0] : words.at(-1));
  if (!found) return null;
  const { line, word, start, end } = found;
  return { line, word, start, end, hasWrapped: from !== null && next === undefined };
}
