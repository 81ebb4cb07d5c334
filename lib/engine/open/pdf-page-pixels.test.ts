import { describe, expect, it } from 'vitest';
import { readingPixels, viewingPixels } from './pdf-page-pixels.ts';

const typeset = { scanDpi: null, typeset: true, typeSize: 10 };
const scan = { scanDpi: 200, typeset: false, typeSize: null };
const letter = { width: 612, height: 792 };

describe('readingPixels', () => {
  it('draws pages of text at 300 dpi', () => {
    expect(readingPixels(letter, typeset)).toEqual({ width: 2_550, height: 3_300 });
    expect(readingPixels(letter, { ...typeset, typeset: false, typeSize: null })).toEqual({
      width: 2_550,
      height: 3_300,
    });
  });

  it('draws a scan with the pixels it has, but never below 150 dpi', () => {
    expect(readingPixels(letter, scan)).toEqual({ width: 1_700, height: 2_200 });
    expect(readingPixels(letter, { ...scan, scanDpi: 72 })).toEqual({ width: 1_275, height: 1_650 });
    expect(readingPixels({ width: 72, height: 144 }, { ...scan, scanDpi: 600 })).toEqual({
      width: 600,
      height: 1_200,
    });
  });

  it('draws letters on a scan at 300 dpi', () => {
    expect(readingPixels(letter, { ...scan, typeset: true, typeSize: 10 }).width).toBe(2_550);
  });

  it('gives type that is tiny in the units of its page the pixels of 4-point type', () => {
    expect(readingPixels({ width: 60, height: 80 }, { ...typeset, typeSize: 1 })).toEqual({
      width: 1_000,
      height: 1_333,
    });
  });

  it('draws large and absurd pages with at most 3,600 pixels a side', () => {
    expect(readingPixels({ width: 2_384, height: 3_370 }, typeset)).toEqual({ width: 2_547, height: 3_600 });
    expect(readingPixels({ width: 1e9, height: 1 }, typeset)).toEqual({ width: 3_600, height: 1 });
    expect(readingPixels(letter, { ...scan, scanDpi: 1e9 }).height).toBe(3_600);
    expect(readingPixels(letter, { ...typeset, typeSize: 1e-9 }).height).toBe(3_600);
  });

  it('never draws less than one pixel', () => {
    expect(readingPixels({ width: 0, height: 0 }, typeset)).toEqual({ width: 1, height: 1 });
  });
});

describe('viewingPixels', () => {
  it('gives the longest side the pixels asked for', () => {
    expect(viewingPixels({ width: 300, height: 600 }, 240)).toEqual({ width: 120, height: 240 });
  });
});
