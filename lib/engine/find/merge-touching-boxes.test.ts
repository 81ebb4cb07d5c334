import { describe, expect, it } from 'vitest';
import { mergeTouchingBoxes } from './merge-touching-boxes.ts';
import type { TextBox } from './text-box.ts';

function box(left: number, right: number, y: number, height = 20, angle = 0): TextBox {
  return {
    centreX: (left + right) / 2,
    centreY: y,
    width: right - left,
    height,
    angle,
    coreHeight: height / 2,
  };
}

function edges({ centreX, width }: TextBox): [number, number] {
  return [centreX - width / 2, centreX + width / 2];
}

describe('mergeTouchingBoxes', () => {
  it('joins pieces of one line, however many, in any order', () => {
    const merged = mergeTouchingBoxes([box(199, 300, 51), box(0, 101, 50), box(100, 200, 50)], 0);
    expect(merged).toHaveLength(1);
    expect(merged.map(edges)).toEqual([[0, 300]]);
  });

  it('keeps apart columns, rows and letters of very different size', () => {
    const columns = [box(0, 100, 50), box(140, 240, 50)];
    const rows = [box(0, 100, 50), box(90, 190, 62)];
    const sizes = [box(0, 100, 50, 20), box(90, 290, 50, 60)];
    for (const boxes of [columns, rows, sizes]) expect(mergeTouchingBoxes(boxes, 0)).toHaveLength(2);
  });

  it('joins along the slope of a skewed page', () => {
    const slope = 0.1;
    const turned = [50, 149].map((along): TextBox => {
      const centre = { centreX: along * Math.cos(slope), centreY: along * Math.sin(slope) };
      return { ...centre, width: 100, height: 20, angle: slope, coreHeight: 10 };
    });
    const [merged, ...others] = mergeTouchingBoxes(turned, slope);
    expect(others).toEqual([]);
    expect(merged?.width).toBeCloseTo(199);
    expect(merged?.angle).toBe(slope);
  });

  it('returns boxes that touch nothing unchanged', () => {
    const alone = box(0, 100, 50, 20, 0.01);
    expect(mergeTouchingBoxes([alone], 0)).toEqual([alone]);
  });
});
