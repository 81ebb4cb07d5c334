import { describe, expect, it } from 'vitest';
import { splitLine } from './split-line.ts';

/**
 * Words of ten letters, each 16 columns wide with 4 columns between them, and word gaps of the given width.
 */
function inkOf(words: number, wordGap: number): Uint8Array {
  const letter = [...Array(16).fill(1), ...Array(4).fill(0)];
  const word = [...Array(10).fill(letter).flat(), ...Array(wordGap).fill(0)];
  return Uint8Array.from(Array(words).fill(word).flat());
}

describe('splitLine', () => {
  it('leaves a line of up to 800 columns whole', () => {
    expect(splitLine(new Uint8Array(800))).toEqual([{ start: 0, end: 800 }]);
  });

  it('cuts a long line into pieces of about 640 columns that hold all its ink once', () => {
    const ink = inkOf(12, 16);
    const pieces = splitLine(ink);
    expect(pieces.at(0)?.start).toBe(0);
    expect(pieces.at(-1)?.end).toBe(ink.length);
    for (const { start, end } of pieces) expect(end - start).toBeLessThan(900);
    for (const [index, { end }] of pieces.slice(0, -1).entries()) {
      const next = pieces[index + 1]?.start ?? 0;
      expect(next).toBeGreaterThanOrEqual(end);
      expect(ink.subarray(end, next)).not.toContain(1);
    }
  });

  it('ends a piece two columns behind its last letter', () => {
    const ink = inkOf(12, 16);
    for (const { end } of splitLine(ink).slice(0, -1))
      expect([...ink.subarray(end - 3, end)]).toEqual([1, 0, 0]);
  });

  it('cuts between words only', () => {
    const ink = inkOf(12, 16);
    for (const { start } of splitLine(ink).slice(1)) {
      expect([...ink.subarray(start - 5, start + 5)].every((column) => column === 0)).toBe(true);
    }
  });

  it('cuts nowhere when no gap is clearly between words', () => {
    expect(splitLine(inkOf(12, 2))).toHaveLength(1);
  });
});
