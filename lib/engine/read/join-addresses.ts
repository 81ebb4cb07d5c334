import { median } from '../median.ts';
import type { Character } from './decode-characters.ts';
import { type ColumnRange, widestGapBetween } from './ink-columns.ts';

// A name, the sign and a host with a dot before its last letters: "2 @ 3.50" is none.
const ADDRESS = /[\w.+-] ?@ ?[A-Za-z][\w-]*\.[\w.-]*[A-Za-z]{2}/g;
// The sign's own margin was at most 0.7 of a line's space on drawn pages; a real space is never that narrow.
const NARROW = 0.75;

/**
 * Takes out the spaces that the model sees around the sign in an e-mail address, whose margins are wide, unless
 * they are as wide as the spaces of the line. Gaps lie in the same columns as the characters' centres.
 */
export function joinAddresses(characters: readonly Character[], gaps: readonly ColumnRange[]): Character[] {
  const text = characters.map((character) => (character.text.length === 1 ? character.text : '?')).join('');
  const doubtful = new Set(
    [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index }) => {
      const sign = index + address.indexOf('@');
      return [sign - 1, sign + 1].filter((at) => text[at] === ' ');
    }),
  );
  if (doubtful.size === 0) return [...characters];
  const gapAt = (index: number) =>
    widestGapBetween(gaps, characters[index - 1]?.centre ?? 0, characters[index + 1]?.centre ?? 0);
  const spaces = characters.flatMap(({ text }, index) =>
    text === ' ' && !doubtful.has(index) ? [gapAt(index)] : [],
  );
  const usualSpace = median(spaces) ?? Infinity;
  return characters.filter((_, index) => !doubtful.has(index) || gapAt(index) > NARROW * usualSpace);
}
