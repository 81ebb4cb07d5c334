import { median } from '../median.ts';
import type { Character } from './decode-characters.ts';
import { type ColumnRange, widestGapBetween } from './ink-columns.ts';

// At most 0.7 of a line's space was seen where print stands wide without one; a real space is never that narrow.
const NARROW = 0.75;

export type DoubtfulSpaces = {
  /** The places in the line's text of spaces that may be none; of each character the text has one sign. */
  find(text: string): number[];
  /** How wide, in columns, they may be on a line that has no other space to compare them with. */
  widestAlone(characters: readonly Character[]): number;
};

/**
 * Takes out those doubtful spaces that are clearly narrower than the other spaces of the line. Gaps lie in the
 * same columns as the characters' centres.
 */
export function dropNarrowSpaces(
  characters: readonly Character[],
  gaps: readonly ColumnRange[],
  { find, widestAlone }: DoubtfulSpaces,
): Character[] {
  const text = characters.map((character) => (character.text.length === 1 ? character.text : '?')).join('');
  const doubtful = new Set(find(text));
  if (doubtful.size === 0) return [...characters];
  const gapAt = (index: number) =>
    widestGapBetween(gaps, characters[index - 1]?.centre ?? 0, characters[index + 1]?.centre ?? 0);
  const others = characters.flatMap((character, index) =>
    character.text === ' ' && !doubtful.has(index) ? [gapAt(index)] : [],
  );
  const usualSpace = median(others);
  const widest = usualSpace === undefined ? widestAlone(characters) : NARROW * usualSpace;
  return characters.filter((_, index) => !doubtful.has(index) || gapAt(index) > widest);
}
