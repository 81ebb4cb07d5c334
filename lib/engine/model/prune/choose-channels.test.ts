import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/testing/seeded-random.ts';
import { chooseChannels } from './choose-channels.ts';
import { createCovarianceMeter } from './covariance.ts';

function seen(vectorOf: (random: () => number) => number[]) {
  const random = seededRandom(1);
  const first = vectorOf(random);
  const meter = createCovarianceMeter(first.length);
  for (let round = 0; round < 200; round++) meter.add(Float64Array.from(vectorOf(random)));
  return meter.covariance();
}

const convolution = (weights: number[], outputs: number) => ({
  weights: Float32Array.from(weights),
  bias: new Float32Array(outputs),
  dims: [outputs, weights.length / outputs, 1, 1],
});

describe('chooseChannels', () => {
  it('leaves out a channel that the others tell', () => {
    const covariance = seen((random) => {
      const [a, b] = [random(), random()];
      return [a, b, 2 * a - 3 * b, random()];
    });
    const kept = chooseChannels(convolution([1, 1, 1, 1, 2, -1, 3, 1], 2), covariance, 3);
    expect(kept).toHaveLength(3);
    expect(kept).toContain(3);
  });

  it('leaves out first what never varies, then what no output weighs', () => {
    const covariance = seen((random) => [random(), 5, random(), random()]);
    const weights = convolution([1, 0.1, 0.01, 2], 1);
    expect(chooseChannels(weights, covariance, 3)).toEqual([0, 2, 3]);
    expect(chooseChannels(weights, covariance, 2)).toEqual([0, 3]);
    expect(chooseChannels(weights, covariance, 4)).toEqual([0, 1, 2, 3]);
  });
});
