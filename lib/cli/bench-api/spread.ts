/** Of a sample: its middle, what 99 of 100 stay below, and the worst. */
export type Spread = { count: number; p50: number; p99: number; max: number };

/** @throws RangeError for an empty sample, of which nothing can be said. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1),
  };
}

/** The smallest value that at least this part of the sample does not exceed. */
function percentile(sorted: readonly number[], part: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (value === undefined) throw new RangeError('There is no percentile of an empty sample.');
  return value;
}
