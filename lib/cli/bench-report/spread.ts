/** Of a sample: its middle, what 99 of 100 stay below, and the worst. */
export type Spread = { count: number; p50: number; p99: number; max: number };

/** @throws RangeError for an empty sample, of which nothing can be said. */
export function spreadOf(values: readonly number[]): Spread {
  return {
    count: values.length,
    p50: percentile(values, 0.5),
    p99: percentile(values, 0.99),
    max: percentile(values, 1),
  };
}

/** The smallest value that at least this part of the sample does not exceed. @throws RangeError for an empty one */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (value === undefined) throw new RangeError('There is no percentile of an empty sample.');
  return value;
}
