import { describe, expect, it } from 'vitest';
import { convexHull } from './convex-hull.ts';
import { smallestBox } from './smallest-box.ts';
import { cornersOf, type Point } from './text-box.ts';

describe('convexHull', () => {
  it('keeps the outer corners only', () => {
    const hull = convexHull([
      [0, 0],
      [2, 0],
      [1, 1],
      [2, 2],
      [0, 2],
      [1, 0],
    ]);
    expect(new Set(hull.map(String))).toEqual(new Set(['0,0', '2,0', '2,2', '0,2']));
  });

  it('stands points on one line and single points', () => {
    expect(
      convexHull([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toEqual([
      [0, 0],
      [2, 2],
    ]);
    expect(convexHull([[3, 4]])).toEqual([[3, 4]]);
  });
});

describe('smallestBox', () => {
  const tilted = { centreX: 100, centreY: 50, width: 80, height: 10, coreHeight: 0 };

  it.each([0, 5, -12, 40])('finds a box again that is turned by %i degrees', (degrees) => {
    const box = { ...tilted, angle: (degrees * Math.PI) / 180 };
    const found = smallestBox(cornersOf(box));
    for (const side of ['centreX', 'centreY', 'width', 'height', 'angle'] as const) {
      expect(found[side]).toBeCloseTo(box[side], 6);
    }
  });

  it('takes the long side as width only when it lies along the page', () => {
    const upright: Point[] = [
      [0, 0],
      [10, 0],
      [10, 80],
      [0, 80],
    ];
    expect(smallestBox(upright)).toMatchObject({ width: 10, height: 80, angle: 0 });
  });

  it('makes a box without extent of a single point', () => {
    expect(smallestBox([[3, 4]])).toMatchObject({ centreX: 3, centreY: 4, width: 0, height: 0 });
  });
});
