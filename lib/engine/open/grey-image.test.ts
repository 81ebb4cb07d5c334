import { expect, it } from 'vitest';
import { halve } from './grey-image.ts';

it('halves an image to the rounded mean of each four pixels, leaving out an odd last row and column', () => {
  const pixels = Uint8Array.of(...[0, 4, 100, 100, 9], ...[8, 12, 100, 101, 9], ...[9, 9, 9, 9, 9]);
  expect(halve({ width: 5, height: 3, pixels })).toEqual({
    width: 2,
    height: 1,
    pixels: Uint8Array.of(6, 100),
  });
});
