import type { Character } from './decode-characters.ts';
import { dropNarrowSpaces } from './drop-narrow-spaces.ts';
import type { ColumnRange } from './ink-columns.ts';

// A name, the sign and a host with a dot before its last letters: "2 @ 3.50" is none.
const ADDRESS = /[\w.+-] ?@ ?[A-Za-z][\w-]*\.[\w.-]*[A-Za-z]{2}/g;

/**
 * Takes out the spaces that the model sees around the sign in an e-mail address, whose margins are wide, unless
 * they are as wide as the spaces of the line. Gaps lie in the same columns as the characters' centres.
 */
export function joinAddresses(characters: readonly Character[], gaps: readonly ColumnRange[]): Character[] {
  return dropNarrowSpaces(characters, gaps, { find: spacesAtSigns, widestAlone: () => Infinity });
}

function spacesAtSigns(text: string): number[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index }) => {
    const sign = index + address.indexOf('@');
    return [sign - 1, sign + 1].filter((at) => text[at] === ' ');
  });
}
