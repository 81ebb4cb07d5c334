import type { Box } from './read-page.ts';

/** What other programs tell of a page, in pixels (or other units) of a page that is so wide and high. */
export type LayoutWord = { text: string; confidence: number | null; box: Box | null; isCorrected: boolean };
export type LayoutLine = { text: string; box: Box | null; words: LayoutWord[] };
export type LayoutPage = { width: number | null; height: number | null; lines: LayoutLine[] };

export type LayoutFile =
  | { outcome: 'read'; format: 'hOCR' | 'ALTO'; pages: LayoutPage[] }
  /** `problem` is a sentence for the person who chose the file. */
  | { outcome: 'unreadable'; problem: string };

/** Ends the reading of a file; the front door turns it into an outcome. */
export class LayoutProblem extends Error {
  override readonly name = 'LayoutProblem';
}

const MAX_LINE_LENGTH = 10_000;
const BLANKS = /[\s\p{Cc}]+/gu;

/** Text as it stands in a line: no line ends, no blanks at its ends. */
export function plainText(text: string): string {
  return text.replace(BLANKS, ' ').trim();
}

/** A line of these words, in their order in the text; what the text does not say is left out. */
export function layoutLine(text: string, box: Box | null, words: readonly LayoutWord[]): LayoutLine | null {
  if (text === '') return null;
  if (text.length > MAX_LINE_LENGTH)
    throw new LayoutProblem(`A line is longer than ${MAX_LINE_LENGTH} characters.`);
  return { text, box, words: words.filter((word) => word.text !== '') };
}
