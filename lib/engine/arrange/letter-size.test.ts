import { describe, expect, it } from 'vitest';
import { capitalHeight } from './letter-size.ts';
import type { PlacedLine } from './placed-line.ts';
import type { TextRow } from './text-row.ts';

/** A row of words, each with the height of its ink. */
function row(...words: [text: string, height: number][]): TextRow {
  const text = words.map(([word]) => word).join(' ');
  const place = { text, left: 0, right: 400, top: 0, bottom: 50, middle: 25, height: 25 };
  const box: [number, number, number, number] = [0, 0, 0, 0];
  const line: PlacedLine = {
    ...place,
    line: { text, confidence: 1, box, words: [] },
    words: words.map(([word, height]) => {
      return { left: 0, right: 0, height, word: { text: word, confidence: 1, box } };
    }),
  };
  return { ...place, lines: [line], isProse: true };
}

describe('capitalHeight', () => {
  it('is the same whether words reach below the baseline or not', () => {
    expect(capitalHeight([row(['The', 38], ['books', 38])])).toBe(38);
    expect(capitalHeight([row(['library', 48.26], ['length', 48.26])])).toBeCloseTo(38);
  });

  it('leaves out words that do not tell: low ones, commas and brackets, other scripts', () => {
    expect(
      capitalHeight([row(['noon', 29], ['visits,', 45], ['(the', 50], ['Über', 50], ['at', 35])]),
    ).toBeUndefined();
  });
});
