import type { Stretch } from './match-texts.ts';
import type { PlacedWord } from './word-places.ts';

/** A word of the new text, and the part of the old one in whose place it stands; empty when it was put in. */
export type NewWord = { text: string; from: number; to: number };

/**
 * The words of a new text: what stands between blanks. Where old words touched (Chinese and Japanese have no
 * blanks) they are cut at the letters that stayed on either side of the border.
 */
export function cutWords(
  text: string,
  before: readonly PlacedWord[],
  stretches: readonly Stretch[],
): NewWord[] {
  const cuts = cutsOf(before, stretches);
  const words: NewWord[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    const end = match.index + match[0].length;
    const borders = [match.index, ...cuts.filter((cut) => cut > match.index && cut < end), end];
    borders.slice(1).forEach((border, index) => {
      const start = borders[index] ?? match.index;
      const word = text.slice(start, border);
      words.push({ text: word, from: oldStart(stretches, start), to: oldEnd(stretches, border) });
    });
  }
  return words;
}

function cutsOf(before: readonly PlacedWord[], stretches: readonly Stretch[]): number[] {
  const cuts = before.flatMap(({ end }, index) => {
    if (before[index + 1]?.start !== end) return [];
    const left = stretches.find((part) => part.same && part.start < end && end <= part.end);
    const right = stretches.find((part) => part.same && part.start <= end && end < part.end);
    return [left, right].flatMap((part) => (part ? part.newStart + end - part.start : []));
  });
  return [...new Set(cuts)];
}

/** Where the character that begins at this place of the new text came from. */
function oldStart(stretches: readonly Stretch[], at: number): number {
  const part = stretches.find(({ newEnd }) => at < newEnd);
  return part ? placeIn(part, at) : 0;
}

/** Where the character that ends at this place of the new text came from. */
function oldEnd(stretches: readonly Stretch[], at: number): number {
  const part = stretches.find(({ newEnd }) => at <= newEnd);
  return part ? placeIn(part, at) : 0;
}

function placeIn({ start, end, newStart, newEnd }: Stretch, at: number): number {
  return start + ((at - newStart) * (end - start)) / (newEnd - newStart);
}
