import type { ExtractionLine } from '#lib/contracts/index.ts';

const LETTER_WIDTH = 10;
const LINE_HEIGHT = 20;

/** A line of these words: every letter and blank 10 pixels wide, the line 20 high; `row` 0 is at the top. */
export function lineOf(words: readonly string[], { id = 'r0', row = 0 } = {}): ExtractionLine {
  let left = 0;
  const top = 2 * LINE_HEIGHT * row;
  const placed = words.map((text) => {
    const right = left + LETTER_WIDTH * text.length;
    const box: [number, number, number, number] = [left, top, right, top + LINE_HEIGHT];
    left = right + LETTER_WIDTH;
    return { text, confidence: 0.9, box };
  });
  const right = Math.max(0, left - LETTER_WIDTH);
  return { id, text: words.join(' '), box: [0, top, right, top + LINE_HEIGHT], words: placed };
}
