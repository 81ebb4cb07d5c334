import { expect, it } from 'vitest';
import { histogramOf } from './histogram.ts';

it.each([
  { pixels: [], counts: [0, 0, 0] },
  { pixels: [7], counts: [0, 1, 0] },
  { pixels: [0, 7, 7, 255], counts: [1, 2, 1] },
  { pixels: [0, 0, 7, 7, 7, 255, 255], counts: [2, 3, 2] },
])('counts every pixel of $pixels once', ({ pixels, counts }) => {
  const histogram = histogramOf(Uint8Array.from(pixels));
  expect([histogram[0], histogram[7], histogram[255]]).toEqual(counts);
  expect(histogram.reduce((sum, count) => sum + count, 0)).toBe(pixels.length);
});
