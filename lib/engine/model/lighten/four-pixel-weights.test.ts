import { describe, expect, it } from 'vitest';
import { fourPixelWeights, partOfWeights, type Weights } from './four-pixel-weights.ts';

type Picture = readonly (readonly number[])[];

/** One channel in, `outputs` out; zeros lie around the picture. Output (0, 0) starts at pixel (-1, -1). */
function convolve(picture: Picture, { weights, outputs }: Weights, side: number, size: number): number[][][] {
  return Array.from({ length: outputs }, (_, output) =>
    Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (_, x) => {
        let sum = 0;
        for (let tap = 0; tap < side * side; tap++) {
          const value = picture[y - 1 + Math.floor(tap / side)]?.[x - 1 + (tap % side)] ?? 0;
          sum += value * (weights[output * side * side + tap] ?? 0);
        }
        return sum;
      }),
    ),
  );
}

describe('fourPixelWeights', () => {
  it('gives what the 3 × 3 weights give over the doubled picture, at its edges too', () => {
    const picture = [
      [1, 4, 2],
      [8, 5, 7],
      [3, 9, 6],
    ];
    const doubled = picture.flatMap((row) =>
      [row, row].map((same) => same.flatMap((value) => [value, value])),
    );
    const weights = Float32Array.from({ length: 18 }, (_, at) => ((at * 7) % 11) - 5);
    const nine: Weights = { weights, outputs: 2, inputs: 1 };
    const expected = convolve(doubled, nine, 3, 6);
    const windows = convolve(picture, fourPixelWeights(nine), 2, 4);
    for (const output of [0, 1]) {
      const pixels = Array.from({ length: 6 }, (_, y) =>
        Array.from({ length: 6 }, (_, x) => {
          const [row, column] = [y + 1, x + 1];
          return windows[2 * (2 * (row & 1) + (column & 1)) + output]?.[row >> 1]?.[column >> 1];
        }),
      );
      expect(pixels).toEqual(expected[output]);
    }
  });
});

describe('partOfWeights', () => {
  it('takes the channels of each range from every output, in the order of the ranges', () => {
    // Two outputs over three inputs; each weight tells its output and its input.
    const weights = Float32Array.from(
      { length: 54 },
      (_, at) => Math.floor(at / 27) * 10 + (Math.floor(at / 9) % 3),
    );
    const ranges = [
      { first: 2, channels: 1 },
      { first: 0, channels: 1 },
    ];
    const part = partOfWeights({ weights, outputs: 2, inputs: 3 }, ranges);
    expect(part.inputs).toBe(2);
    expect([0, 9, 18, 27].map((at) => part.weights[at])).toEqual([2, 0, 12, 10]);
  });
});
