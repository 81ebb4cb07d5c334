import { describe, expect, it } from 'vitest';
import { valueCodes } from './value-codes.ts';

describe('valueCodes', () => {
  it('spreads the codes of each channel over its own range', () => {
    const { scales, zeros } = valueCodes({ low: [-0.51, 0], high: [2.04, 255] });
    expect([...zeros]).toEqual([51, 0]);
    expect(scales[0]).toBeCloseTo(0.01);
    expect(scales[1]).toBe(1);
  });

  it.each([
    { low: 3, high: 7 },
    { low: -7, high: -3 },
    { low: 0, high: 0 },
  ])('codes zero exactly though a channel goes from $low to $high', ({ low, high }) => {
    const { scales, zeros } = valueCodes({ low: [low], high: [high] });
    const [scale = 0] = scales;
    const [zero = 0] = zeros;
    expect(scale).toBeGreaterThan(0);
    expect(scale * (0 - zero)).toBeLessThanOrEqual(low + scale / 2);
    expect(scale * (255 - zero)).toBeGreaterThanOrEqual(high - scale / 2);
  });
});
