import { median } from '../median.ts';
import type { Character } from './decode-characters.ts';
import { dropNarrowSpaces } from './drop-narrow-spaces.ts';
import type { ColumnRange } from './ink-columns.ts';

// An amount with its two decimals: "RM7. 90", not "in 1995. 200 of them".
const DECIMALS = /\d[.,] \d\d(?!\d)/g;
// On tills, where each character has a cell of one width, the white beside a point was 0.6 to 1.2 cells wide and
// that of a space 1.3 or more.
const WHITE_BESIDE_POINT = 1.2;

/**
 * Takes out the spaces that the model sees behind the point of an amount in print whose characters all have one
 * width, unless they are as wide as the spaces of the line. Gaps lie in the same columns as the characters'
 * centres.
 */
export function joinFigures(characters: readonly Character[], gaps: readonly ColumnRange[]): Character[] {
  return dropNarrowSpaces(characters, gaps, {
    find: (text) => [...text.matchAll(DECIMALS)].map(({ index }) => index + 2),
    widestAlone: (all) => WHITE_BESIDE_POINT * pitchOf(all),
  });
}

function pitchOf(characters: readonly Character[]): number {
  const steps = characters.flatMap((character, index) => {
    const next = characters[index + 1];
    return next && character.text !== ' ' && next.text !== ' ' ? [next.centre - character.centre] : [];
  });
  return median(steps) ?? 0;
}
