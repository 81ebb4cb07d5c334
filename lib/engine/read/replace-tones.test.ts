import { expect, it } from 'vitest';
import { replaceTones } from './replace-tones.ts';

it('looks up every pixel and leaves the picture as it was', () => {
  const pixels = Uint8Array.of(0, 1, 255);
  const negative = Uint8Array.from({ length: 256 }, (_, value) => 255 - value);
  expect([...replaceTones(pixels, negative)]).toEqual([255, 254, 0]);
  expect([...pixels]).toEqual([0, 1, 255]);
});
