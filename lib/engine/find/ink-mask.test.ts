import { describe, expect, it } from 'vitest';
import { inkMask } from './ink-mask.ts';

/**
 * A page whose paper darkens from left to right, with strokes 100 levels darker than the paper every 8
 * columns.
 */
function shadedPage(width: number, height: number) {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const x = at % width;
    const paper = 250 - (x / width) * 120;
    pixels[at] = x % 8 === 3 ? paper - 100 : paper;
  }
  return { width, height, pixels };
}

describe('inkMask', () => {
  it('finds the same strokes in light and in shadow', () => {
    const { ink } = inkMask(shadedPage(256, 32));
    const firstRow = [...ink.subarray(0, 256)];
    expect(firstRow.flatMap((value, x) => (value ? [x] : []))).toEqual(
      Array.from({ length: 32 }, (_, i) => i * 8 + 3),
    );
  });

  it('finds no ink in paper texture', () => {
    const pixels = Uint8Array.from({ length: 64 * 64 }, (_, at) => 220 + ((at * 7) % 30));
    expect(inkMask({ width: 64, height: 64, pixels }).ink.includes(1)).toBe(false);
  });
});
