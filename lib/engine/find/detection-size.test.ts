import { describe, expect, it } from 'vitest';
import { detectionSize } from './detection-size.ts';

describe('detectionSize', () => {
  it('brings letters to about 8 pixels', () => {
    expect(detectionSize({ width: 2_000, height: 2_000 }, 16)).toEqual({ width: 992, height: 992 });
  });

  it('keeps between 640 and 1,760 pixels a side', () => {
    expect(detectionSize({ width: 3_200, height: 3_200 }, 100)).toEqual({ width: 640, height: 640 });
    expect(detectionSize({ width: 3_520, height: 3_520 }, 4)).toEqual({ width: 1_760, height: 1_760 });
  });

  it('keeps the letters of a long strip as large as those of a page', () => {
    expect(detectionSize({ width: 800, height: 10_000 }, 20)).toEqual({ width: 320, height: 4_000 });
    const { width, height } = detectionSize({ width: 800, height: 10_000 }, 4);
    expect(width * height).toBeLessThan(1_760 * 1_280);
  });

  it('never enlarges a page', () => {
    expect(detectionSize({ width: 320, height: 480 }, 5)).toEqual({ width: 320, height: 480 });
  });

  it('gives multiples of 32, at least 32', () => {
    expect(detectionSize({ width: 1_000, height: 5 }, null)).toEqual({ width: 992, height: 32 });
  });
});
