import { describe, expect, it } from 'vitest';
import { levelLine } from './level-line.ts';

/** A line of 100 × 48 pixels: paper, and strokes of the given values that take a tenth of it each. */
function line(paper: number, ...strokes: number[]) {
  const pixels = new Uint8Array(100 * 48).fill(paper);
  strokes.forEach((value, index) => {
    for (let at = index * 3; at < pixels.length; at += 30) pixels.fill(value, at, at + 3);
  });
  return { width: 100, height: 48, pixels };
}

describe('levelLine', () => {
  it('leaves good print untouched, bold print too', () => {
    const good = line(240, 10, 20);
    expect(levelLine(good)).toBe(good);
    const bold = line(240, 10, 10, 10, 10);
    expect(levelLine(bold)).toBe(bold);
  });

  it('makes pale strokes as dark as good print, and leaves full ink and paper at the ends', () => {
    const levels = new Set(levelLine(line(230, 90, 160, 160)).pixels);
    expect(levels).toEqual(new Set([255, 0, 51]));
  });

  it('shows white print on dark as dark print on light', () => {
    expect(levelLine(line(20, 250, 240)).pixels).toEqual(line(235, 5, 15).pixels);
  });

  it('makes nothing out of paper that is nearly blank', () => {
    const blank = line(240, 228, 232);
    expect(levelLine(blank)).toBe(blank);
    const empty = line(255);
    expect(levelLine(empty)).toBe(empty);
  });
});
