import { describe, expect, it } from 'vitest';
import { imageReadingSize } from './image-reading-size.ts';

describe('imageReadingSize', () => {
  it('reads a page or photo with at most 3,600 pixels a side, and enlarges nothing', () => {
    expect(imageReadingSize({ width: 10_000, height: 10_000 })).toEqual({ width: 3_600, height: 3_600 });
    expect(imageReadingSize({ width: 6_000, height: 7_200 })).toEqual({ width: 3_000, height: 3_600 });
    expect(imageReadingSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
  });

  it('keeps the letters of a long strip readable', () => {
    expect(imageReadingSize({ width: 800, height: 10_000 })).toEqual({ width: 800, height: 10_000 });
    const { width, height } = imageReadingSize({ width: 2_000, height: 20_000 });
    expect(width).toBeGreaterThan(900);
    expect(width * height).toBeLessThanOrEqual((3_600 * 3_600) / Math.SQRT2 + height);
  });

  it('bounds what is no document, and never makes a side vanish', () => {
    expect(imageReadingSize({ width: 1_000_000, height: 10 })).toEqual({ width: 18_000, height: 1 });
  });
});
