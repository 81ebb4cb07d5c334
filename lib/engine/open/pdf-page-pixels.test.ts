import { describe, expect, it } from 'vitest';
import { readingPixels, viewingPixels } from './pdf-page-pixels.ts';

describe('readingPixels', () => {
  it('draws usual pages at 300 dpi', () => {
    expect(readingPixels({ width: 612, height: 792 })).toEqual({ width: 2_550, height: 3_300 });
  });

  it('draws large and absurd pages with at most 3,600 pixels a side', () => {
    expect(readingPixels({ width: 2_384, height: 3_370 })).toEqual({ width: 2_547, height: 3_600 });
    expect(readingPixels({ width: 1e9, height: 1 })).toEqual({ width: 3_600, height: 1 });
  });

  it('never draws less than one pixel', () => {
    expect(readingPixels({ width: 0, height: 0 })).toEqual({ width: 1, height: 1 });
  });
});

describe('viewingPixels', () => {
  it('gives the longest side the pixels asked for', () => {
    expect(viewingPixels({ width: 300, height: 600 }, 240)).toEqual({ width: 120, height: 240 });
  });
});
