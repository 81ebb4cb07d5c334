import { expect, it } from 'vitest';
import { firstRegion, nudged, takenRegion } from './region.ts';

it('begins in the middle of what is seen', () => {
  const [x0, y0, x1, y1] = firstRegion([100, 200, 300, 600]);
  expect([(x0 + x1) / 2, (y0 + y1) / 2]).toEqual([200, 400]);
  expect(x1 - x0).toBeLessThan(200);
});

it('is moved, or made larger and smaller, but never to nothing', () => {
  expect(nudged([10, 10, 50, 20], [5, -5], false)).toEqual([15, 5, 55, 15]);
  expect(nudged([10, 10, 50, 20], [5, 0], true)).toEqual([10, 10, 55, 20]);
  expect(nudged([10, 10, 50, 20], [-500, -500], true)).toEqual([10, 10, 16, 16]);
});

it('is taken in whole pixels of the page, and not when it is next to nothing or off the page', () => {
  const page = { width: 100, height: 100 };
  expect(takenRegion([-5, 2.4, 40.2, 30], page)).toEqual([0, 2, 41, 30]);
  expect(takenRegion([10, 10, 12, 40], page)).toBeNull();
  expect(takenRegion([110, 10, 150, 40], page)).toBeNull();
});
