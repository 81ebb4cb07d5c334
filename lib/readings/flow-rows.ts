import type { PageLine } from './read-page.ts';

const SOFT_HYPHEN = '\u00ad';
// A word of letters alone, cut between two of them.
const CUT_WORD = /(^|[^\p{L}\p{N}'’-])\p{L}{2,}[-‐]$/u;
// `two- and three-part` keeps its hyphen and its space.
const CONJUNCTION = /^(and|or|to|und|oder|bis|et|ou|y|o)\b/;
const REST_OF_WORD = /^\p{Ll}{2,}(?![\p{L}\p{N}]*[-‐][\p{L}\p{N}])/u;
// What the next row's first word needs to fit, in its own widths: rows are not set to the last pixel.
const ROOM = 1.5;
// Shares of the widest row nearby that a break leaves free at least if it was meant. Text wrapped by its number of
// characters leaves 7 % free although the next word would have fit; a row that begins small goes on with a sentence.
const MIN_FREE = 0.1;
const MIN_FREE_IN_SENTENCE = 0.25;
// How wide a row could be tell that many before and after it: beside a picture a paragraph grows narrow.
const NEAR = 2;

/**
 * The texts of a paragraph's rows, joined where only the width of the column ended them. Where the next word
 * would have had room the break was meant (an address, a poem), and a new text begins. Words cut at the end of a
 * row become whole where that is safe: `state-of-the-` and `re-` before a capital keep their hyphens.
 */
export function flowRows(rows: readonly (readonly PageLine[])[]): string[] {
  const texts: string[] = [];
  rows.forEach((row, index) => {
    const text = row.map((line) => line.text).join(' ');
    const last = texts.at(-1);
    if (last === undefined || isMeant(rows, index)) texts.push(text);
    else texts[texts.length - 1] = joinTexts(last, text);
  });
  return texts;
}

/** Whether the break before a row was meant. */
function isMeant(rows: readonly (readonly PageLine[])[], index: number): boolean {
  const [ended, begun] = [rows[index - 1] ?? [], rows[index] ?? []];
  const word = begun[0]?.words[0];
  if (!word || /\p{L}[-‐]$/u.test(ended.at(-1)?.text ?? '')) return false;
  const around = [
    ...rows.slice(Math.max(0, index - 1 - NEAR), index - 1),
    ...rows.slice(index, index + NEAR),
  ].map(spanOf);
  const { left, right } = spanOf(ended);
  const widest = Math.max(...around.map((span) => span.right - span.left));
  const minFree = /^\p{Ll}/u.test(word.text) ? MIN_FREE_IN_SENTENCE : MIN_FREE;
  const room = ROOM * (word.box[2] - word.box[0]);
  const isShort = right + room < Math.max(...around.map((span) => span.right));
  return isShort && right - left + Math.max(room, minFree * widest) < widest;
}

function spanOf(row: readonly PageLine[]): { left: number; right: number } {
  return {
    left: Math.min(...row.map(({ box }) => box[0])),
    right: Math.max(...row.map(({ box }) => box[2])),
  };
}

/** The text of lines as one, without the line ends of the page. */
export function flowText(lines: readonly PageLine[]): string {
  return lines.reduce((text, line) => (text ? joinTexts(text, line.text) : line.text), '');
}

/** Two texts, of which the second begins a row, as one. */
export function joinTexts(before: string, after: string): string {
  if (before.endsWith(SOFT_HYPHEN)) return before.slice(0, -1) + after;
  if (CONJUNCTION.test(after)) return `${before} ${after}`;
  if (CUT_WORD.test(before) && REST_OF_WORD.test(after)) return before.slice(0, -1) + after;
  // A hyphen that is part of the word needs no space after it either.
  return /[\p{L}\p{N}][-‐]$/u.test(before) ? before + after : `${before} ${after}`;
}
