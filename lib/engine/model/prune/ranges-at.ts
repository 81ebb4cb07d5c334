import type { ChannelRanges, ModelRanges } from '../quantise/value-codes.ts';

/**
 * What is known of a model whose channels on the way from the convolution of `source` to that of `output` became
 * those at `origins` (see takeChannels).
 */
export function rangesAt(
  ranges: ModelRanges,
  [source, output]: readonly [string, string],
  origins: readonly number[],
): ModelRanges {
  const before = ranges[source];
  const seen = ranges[output];
  if (!before || !seen) throw new Error(`Nothing is known of the values of ${before ? output : source}`);
  const input = { ...channelsAt(seen.input, origins), mean: valuesAt(seen.input.mean, origins) };
  return {
    ...ranges,
    [source]: { ...before, output: channelsAt(before.output, origins) },
    [output]: { ...seen, input },
  };
}

function channelsAt({ low, high }: ChannelRanges, origins: readonly number[]): ChannelRanges {
  return { low: valuesAt(low, origins), high: valuesAt(high, origins) };
}

function valuesAt(values: readonly number[], origins: readonly number[]): number[] {
  return origins.map((origin) => values[origin] ?? 0);
}
