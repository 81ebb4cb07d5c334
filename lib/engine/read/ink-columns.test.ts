import { describe, expect, it } from 'vitest';
import { inkColumns, inkFreeGaps } from './ink-columns.ts';

/** A line image with black strokes in these columns. */
function lineWith(width: number, strokes: readonly number[], paper = 255, ink = 0) {
  const height = 48;
  const pixels = new Uint8Array(width * height).fill(paper);
  for (const x of strokes) for (let y = 10; y < 38; y++) pixels[y * width + x] = ink;
  return { width, height, pixels };
}

describe('inkColumns', () => {
  it('finds strokes by the contrast of the line itself', () => {
    const strokes = [3, 4, 9, 14, 15];
    const columns = (paper: number, ink: number) => [...inkColumns(lineWith(20, strokes, paper, ink))];
    const expected = Array.from({ length: 20 }, (_, x) => (strokes.includes(x) ? 1 : 0));
    expect(columns(255, 0)).toEqual(expected);
    expect(columns(120, 60)).toEqual(expected);
  });

  it('finds none on empty paper', () => {
    expect(inkColumns(lineWith(20, [])).includes(1)).toBe(false);
  });
});

describe('inkFreeGaps', () => {
  const ink = Uint8Array.of(0, 1, 0, 0, 1, 1, 0, 1, 0, 0);

  it('finds the gaps between ink, not the margins', () => {
    expect(inkFreeGaps(ink, { start: 0, end: 10 })).toEqual([
      { start: 2, end: 4 },
      { start: 6, end: 7 },
    ]);
  });

  it('keeps to its range', () => {
    expect(inkFreeGaps(ink, { start: 2, end: 7 })).toEqual([]);
    expect(inkFreeGaps(ink, { start: 4, end: 8 })).toEqual([{ start: 6, end: 7 }]);
  });
});
