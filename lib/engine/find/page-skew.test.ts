import { describe, expect, it } from 'vitest';
import { pageSkew, straightenShortBoxes } from './page-skew.ts';
import type { TextBox } from './text-box.ts';

function box(width: number, height: number, angle: number): TextBox {
  return { centreX: 100, centreY: 100, width, height, angle, coreHeight: height / 2 };
}

describe('pageSkew', () => {
  it('follows the long lines, not many short boxes of other angles', () => {
    const short = Array.from({ length: 20 }, () => box(20, 10, -0.4));
    expect(pageSkew([box(500, 20, 0.035), box(480, 20, 0.03), box(30, 7, -0.5), ...short])).toBe(0.03);
  });

  it('is 0 on a page with too little text to tell', () => {
    expect(pageSkew([box(20, 10, 0.3)])).toBe(0);
    expect(pageSkew([box(100, 20, 0.03)])).toBe(0);
  });
});

describe('straightenShortBoxes', () => {
  it('turns a short box to the angle of the page, still holding all of it', () => {
    const [turned] = straightenShortBoxes([box(20, 10, 0.4)], 0);
    expect(turned?.angle).toBe(0);
    expect(turned?.width).toBeCloseTo(20 * Math.cos(0.4) + 10 * Math.sin(0.4));
    expect(turned?.coreHeight).toBe(5);
  });

  it('leaves long boxes and boxes of about the right angle alone', () => {
    const boxes = [box(100, 10, 0.4), box(20, 10, 0.02)];
    expect(straightenShortBoxes(boxes, 0)).toEqual(boxes);
  });
});
