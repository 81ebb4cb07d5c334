import { describe, expect, it } from 'vitest';
import { liesOnSide } from './lies-on-side.ts';

const box = (width: number, height: number) => ({
  centreX: 100,
  centreY: 100,
  width,
  height,
  angle: 0,
  coreHeight: Math.min(width, height),
});

describe('liesOnSide', () => {
  it('goes by the length of text that runs up and down, not by the number of boxes', () => {
    expect(liesOnSide([box(20, 300), box(20, 280), box(90, 20), box(80, 20), box(70, 20)])).toBe(true);
    expect(liesOnSide([box(300, 20), box(280, 20), box(20, 90), box(20, 80), box(20, 70)])).toBe(false);
  });

  it('learns nothing from boxes of single letters', () => {
    expect(liesOnSide([box(20, 45), box(20, 45), box(20, 45), box(70, 20)])).toBe(false);
    expect(liesOnSide([box(20, 45)])).toBe(false);
  });

  it('leaves a page without text alone', () => {
    expect(liesOnSide([])).toBe(false);
  });
});
