import type { Character } from './decode-characters.ts';
import { type ColumnRange, inkFreeGaps } from './ink-columns.ts';

/** A word of a line and the columns it covers. */
export type LineWord = { text: string; confidence: number; columns: ColumnRange };

/**
 * Groups a line's characters into words. Words meet at the widest gap without ink between them, and end where
 * ink ends.
 */
export function groupWords(characters: readonly Character[], ink: Uint8Array): LineWord[] {
  const groups = splitAtSpaces(characters);
  const gaps = inkFreeGaps(ink, { start: 0, end: ink.length });
  const borders = groups.slice(1).map((group, index) => {
    return borderBetween(gaps, groups[index]?.at(-1)?.centre ?? 0, group[0]?.centre ?? ink.length);
  });
  const lineStart = Math.max(0, ink.indexOf(1));
  const lineEnd = ink.lastIndexOf(1) + 1 || ink.length;
  return groups.map((group, index) => {
    const start = borders[index - 1]?.end ?? Math.min(lineStart, Math.floor(group[0]?.centre ?? 0));
    const end = borders[index]?.start ?? Math.max(lineEnd, Math.ceil(group.at(-1)?.centre ?? 0));
    const confidence = group.reduce((sum, character) => sum + character.confidence, 0) / group.length;
    return { text: group.map(({ text }) => text).join(''), confidence, columns: { start, end } };
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

function borderBetween(gaps: readonly ColumnRange[], from: number, to: number): ColumnRange {
  let widest: ColumnRange | null = null;
  for (const gap of gaps) {
    const inside = gap.end > from && gap.start < to;
    if (inside && (!widest || gap.end - gap.start > widest.end - widest.start)) widest = gap;
  }
  const middle = Math.round((from + to) / 2);
  return widest ?? { start: middle, end: middle };
}
