import { describe, expect, it } from 'vitest';
import { createCovarianceMeter } from './covariance.ts';
import { fitConvolution } from './fit-convolution.ts';

const wrong = { weights: new Float32Array(4).fill(9), bias: new Float32Array(2), dims: [2, 2, 1, 1] };

function seen(inputs: readonly [number, number][], outputsOf: (a: number, b: number) => [number, number]) {
  const meter = createCovarianceMeter(4);
  for (const [a, b] of inputs) meter.add(Float64Array.of(a, b, ...outputsOf(a, b)));
  return meter.covariance();
}

describe('fitConvolution', () => {
  it('finds the weights and the bias that give the outputs', () => {
    const inputs: [number, number][] = [
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 3],
      [-1, 4],
    ];
    const { weights, bias } = fitConvolution(
      wrong,
      seen(inputs, (a, b) => [2 * a - b + 5, 0.5 * b]),
    );
    for (const [at, expected] of [2, -1, 0, 0.5].entries()) expect(weights[at]).toBeCloseTo(expected, 1);
    expect(bias[0]).toBeCloseTo(5, 1);
    expect(bias[1]).toBeCloseTo(0, 1);
  });

  it('leaves the weight of an input alone that never varies', () => {
    const inputs: [number, number][] = [
      [0, 7],
      [1, 7],
      [2, 7],
    ];
    const { weights, bias } = fitConvolution(
      wrong,
      seen(inputs, (a) => [3 * a, a]),
    );
    expect(weights[0]).toBeCloseTo(3, 1);
    expect(weights[1]).toBe(9);
    // Its part of the output goes into the bias.
    expect((bias[0] ?? 0) + 9 * 7).toBeCloseTo(0, 1);
  });
});
