import type { Character } from './decode-characters.ts';
import { type ColumnRange, inkFreeGaps } from './ink-columns.ts';
import { LINE_HEIGHT } from './line-image.ts';

/** A word of a line, and columns in which all its ink lies and none of its neighbours'. */
export type LineWord = { text: string; confidence: number; columns: ColumnRange };

// No letter's ink is further from its centre; what lies beyond, before the first word or after the last, is a
// rule or dirt.
const LETTER_REACH = LINE_HEIGHT;

/** Groups a line's characters into words, which meet in the middle of the widest gap without ink between them. */
export function groupWords(characters: readonly Character[], ink: Uint8Array): LineWord[] {
  const groups = splitAtSpaces(characters);
  const gaps = inkFreeGaps(ink, { start: 0, end: ink.length });
  const borders = groups.slice(1).map((group, index) => {
    return borderBetween(gaps, groups[index]?.at(-1)?.centre ?? 0, group[0]?.centre ?? ink.length);
  });
  const lineStart = Math.max(0, Math.floor((groups[0]?.[0]?.centre ?? 0) - LETTER_REACH));
  const lineEnd = Math.min(
    ink.length,
    Math.ceil((groups.at(-1)?.at(-1)?.centre ?? ink.length) + LETTER_REACH),
  );
  return groups.map((group, index) => {
    const confidence = group.reduce((sum, character) => sum + character.confidence, 0) / group.length;
    const columns = { start: borders[index - 1] ?? lineStart, end: borders[index] ?? lineEnd };
    return { text: group.map(({ text }) => text).join(''), confidence, columns };
  });
}

function splitAtSpaces(characters: readonly Character[]): Character[][] {
  const groups: Character[][] = [];
  let inWord = false;
  for (const character of characters) {
    if (character.text !== ' ') {
      if (inWord) groups.at(-1)?.push(character);
      else groups.push([character]);
    }
    inWord = character.text !== ' ';
  }
  return groups;
}

function borderBetween(gaps: readonly ColumnRange[], from: number, to: number): number {
  let border: ColumnRange = { start: from, end: to };
  let widest = 0;
  for (const gap of gaps) {
    const width = gap.end - gap.start;
    if (gap.end > from && gap.start < to && width > widest) [border, widest] = [gap, width];
  }
  return Math.round((border.start + border.end) / 2);
}
