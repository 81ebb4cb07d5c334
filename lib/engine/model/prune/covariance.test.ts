import { expect, it } from 'vitest';
import { covarianceAt, createCovarianceMeter } from './covariance.ts';

function covarianceOf(vectors: readonly number[][]) {
  const meter = createCovarianceMeter(vectors[0]?.length ?? 0);
  for (const vector of vectors) meter.add(Float64Array.from(vector));
  return meter.covariance();
}

it('tells the means of channels and how they go together', () => {
  const { mean, values } = covarianceOf([
    [1, 10, 5],
    [3, 6, 5],
  ]);
  expect([...mean]).toEqual([2, 8, 5]);
  expect([...values]).toEqual([1, -2, 0, -2, 4, 0, 0, 0, 0]);
});

it('is, of some channels, that of these channels alone', () => {
  const vectors = [
    [1, 4, 0],
    [2, 2, 7],
    [5, 1, 3],
  ];
  const part = covarianceAt(covarianceOf(vectors), [2, 0]);
  const alone = covarianceOf(vectors.map(([a = 0, , c = 0]) => [c, a]));
  expect([...part.mean]).toEqual([...alone.mean]);
  for (const [at, value] of part.values.entries()) expect(value).toBeCloseTo(alone.values[at] ?? 0);
});
