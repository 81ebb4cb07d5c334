import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../open/grey-image.ts';
import { letterInk } from './letter-ink.ts';

type Rectangle = { x: number; y: number; width: number; height: number };

const letter = { x: 40, y: 12, width: 20, height: 24 };

/** A line image of 240 by 48 pixels with rectangles of ink. */
function line(inked: readonly Rectangle[], { paper = 230, ink = 30 } = {}): GreyImage {
  const pixels = new Uint8Array(240 * 48).fill(paper);
  for (const { x, y, width, height } of inked) {
    for (let row = y; row < y + height; row++) pixels.fill(ink, row * 240 + x, row * 240 + x + width);
  }
  return { width: 240, height: 48, pixels };
}

/** Columns and rows from first to behind last: left, top, right, bottom. */
function extent(image: GreyImage): number[] {
  const { count, row, start, end } = letterInk(image);
  const [rows, starts, ends] = [row, start, end].map((list) => [...list.subarray(0, count)]);
  if (!rows || !starts || !ends) throw new Error('there are three lists');
  return [Math.min(...starts), Math.min(...rows), Math.max(...ends), Math.max(...rows) + 1];
}

describe('letterInk', () => {
  it('ends where the letters end, dark on light and light on dark', () => {
    expect(extent(line([letter]))).toEqual([40, 12, 60, 36]);
    expect(extent(line([letter], { paper: 20, ink: 240 }))).toEqual([40, 12, 60, 36]);
    expect(extent(line([letter], { paper: 150, ink: 110 }))).toEqual([40, 12, 60, 36]);
  });

  it('leaves out what hangs in from the lines above and below, and keeps letters that are cut off', () => {
    const descender = { x: 80, y: 0, width: 6, height: 8 };
    const ascender = { x: 90, y: 42, width: 6, height: 6 };
    expect(extent(line([letter, descender, ascender]))).toEqual([40, 12, 60, 36]);
    const tall = { x: 70, y: 0, width: 8, height: 40 };
    expect(extent(line([letter, tall]))).toEqual([40, 0, 78, 40]);
  });

  it('keeps dots and accents that stand free', () => {
    const dot = { x: 66, y: 33, width: 3, height: 3 };
    const accent = { x: 45, y: 5, width: 8, height: 4 };
    expect(extent(line([letter, dot, accent]))).toEqual([40, 5, 69, 36]);
  });

  it('leaves out specks, underlines and rules down the page', () => {
    const speck = { x: 120, y: 6, width: 2, height: 2 };
    const underline = { x: 10, y: 42, width: 200, height: 3 };
    const rule = { x: 225, y: 0, width: 3, height: 48 };
    expect(extent(line([letter, speck, underline, rule]))).toEqual([40, 12, 60, 36]);
  });

  it('finds nothing on blank paper', () => {
    expect(letterInk(line([])).count).toBe(0);
  });
});
