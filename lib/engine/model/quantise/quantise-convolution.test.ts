import { describe, expect, it } from 'vitest';
import { quantiseConvolution } from './quantise-convolution.ts';
import type { ValueCodes } from './value-codes.ts';

const convolution = {
  weights: Float32Array.of(0.5, -0.02, 2, 0, 3, -1),
  bias: Float32Array.of(1, -2),
  dims: [2, 3, 1, 1],
};
const input = { low: [-0.4, -0.4, 0], high: [8, 100, 1], mean: [1, 20, 0.5] };
const output = { low: [-1, -3], high: [6, 300] };

function coded(values: readonly number[], { scales, zeros }: ValueCodes): number[] {
  return values.map((value, at) => {
    const code = Math.round(value / (scales[at] ?? 1)) + (zeros[at] ?? 0);
    return Math.min(Math.max(code, 0), 255);
  });
}

// What the runtime does: integers are added up, scaled and rounded.
function inIntegers(values: readonly number[]): number[] {
  const quantised = quantiseConvolution(convolution, input, output);
  const codes = coded(values, quantised.input);
  return [...quantised.bias].map((bias, channel) => {
    const weights = quantised.weights.subarray(channel * 3, channel * 3 + 3);
    const sum = weights.reduce((total, weight, at) => total + weight * (codes[at] ?? 0), bias);
    const code = Math.min(Math.max(Math.round(sum * (quantised.scales[channel] ?? 0)), 0), 255);
    return (quantised.output.scales[channel] ?? 0) * (code - (quantised.output.zeros[channel] ?? 0));
  });
}

describe('quantiseConvolution', () => {
  it.each([[[0, 0, 0]], [[8, 0, 0.2]], [[-0.375, 100, 0.5]], [[3, 50, 0.1]]])(
    'gives in integers what %j gives in floats, to a step of the codes',
    (values) => {
      const [a = 0, b = 0, c = 0] = values;
      const exact = [0.5 * a - 0.02 * b + 2 * c + 1, 3 * b - c - 2];
      const [first = 0, second = 0] = inIntegers(values);
      expect(Math.abs(first - (exact[0] ?? 0))).toBeLessThan(7 / 255 + 0.04);
      expect(Math.abs(second - (exact[1] ?? 0))).toBeLessThan(303 / 255 + 1);
    },
  );

  it('ends values beyond the output range at its ends', () => {
    const [highest = 0] = inIntegers([1000, 0, 1]);
    expect(highest).toBeCloseTo(6, 1);
  });

  it('gives an output without weights its bias', () => {
    const bare = { ...convolution, weights: new Float32Array(6) };
    const { bias, scales, output: codes } = quantiseConvolution(bare, input, output);
    const values = [...bias].map(
      (sum, channel) =>
        (codes.scales[channel] ?? 0) * (sum * (scales[channel] ?? 0) - (codes.zeros[channel] ?? 0)),
    );
    expect(values[0]).toBeCloseTo(1, 3);
    expect(values[1]).toBeCloseTo(-2, 3);
  });
});
