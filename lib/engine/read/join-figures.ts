import { median } from '../median.ts';
import type { Character } from './decode-characters.ts';
import { type ColumnRange, widestGapBetween } from './ink-columns.ts';

// An amount with its two decimals: "RM7. 90", not "in 1995. 200 of them".
const DECIMALS = /\d[.,] \d\d(?!\d)/g;
// On tills, where each character has a cell of one width, the white beside a point was 0.6 to 1.2 cells wide and
// that of a space 1.3 or more.
const NARROW = 0.75;
const WHITE_BESIDE_POINT = 1.2;

/**
 * Takes out the spaces that the model sees behind the point of an amount in print whose characters all have one
 * width, unless they are as wide as the spaces of the line. Gaps lie in the same columns as the characters'
 * centres.
 */
export function joinFigures(characters: readonly Character[], gaps: readonly ColumnRange[]): Character[] {
  const text = characters.map((character) => (character.text.length === 1 ? character.text : '?')).join('');
  const doubtful = new Set([...text.matchAll(DECIMALS)].map(({ index }) => index + 2));
  if (doubtful.size === 0) return [...characters];
  const gapAt = (index: number) =>
    widestGapBetween(gaps, characters[index - 1]?.centre ?? 0, characters[index + 1]?.centre ?? 0);
  const spaces = characters.flatMap((character, index) =>
    character.text === ' ' && !doubtful.has(index) ? [gapAt(index)] : [],
  );
  const usualSpace = median(spaces);
  const widest = usualSpace === undefined ? WHITE_BESIDE_POINT * pitchOf(characters) : NARROW * usualSpace;
  return characters.filter((_, index) => !doubtful.has(index) || gapAt(index) > widest);
}

function pitchOf(characters: readonly Character[]): number {
  const steps = characters.flatMap((character, index) => {
    const next = characters[index + 1];
    return next && character.text !== ' ' && next.text !== ' ' ? [next.centre - character.centre] : [];
  });
  return median(steps) ?? 0;
}
