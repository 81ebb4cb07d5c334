/** The lowest and the highest value that each channel of a picture takes. */
export type ChannelRanges = { low: readonly number[]; high: readonly number[] };

/** Also the mean that each channel takes. */
export type ChannelStatistics = ChannelRanges & { mean: readonly number[] };

/** What a convolution was seen to take and to give. */
export type SeenValues = { input: ChannelStatistics; output: ChannelRanges };

/** By the name of a convolution's output (see measure-ranges.ts). */
export type ModelRanges = Readonly<Record<string, SeenValues>>;

/** How the values of each channel become codes of 8 bits, 0 to 255: value = scale · (code − zero). */
export type ValueCodes = { scales: Float32Array; zeros: Uint8Array };

const MAX_CODE = 255;
// A channel that is always zero has no range; codes need one.
const MIN_RANGE = 1e-3;

/**
 * Spreads the codes over each channel's own range: one range for all of them would leave quiet channels a handful
 * of codes. Zero is always in range, so that it is coded exactly.
 */
export function valueCodes({ low, high }: ChannelRanges): ValueCodes {
  const scales = new Float32Array(high.length);
  const zeros = new Uint8Array(high.length);
  for (const [channel, highest] of high.entries()) {
    const from = Math.min(low[channel] ?? 0, 0);
    const to = Math.max(highest, 0, from + MIN_RANGE);
    const scale = (to - from) / MAX_CODE;
    scales[channel] = scale;
    zeros[channel] = Math.round(-from / scale);
  }
  return { scales, zeros };
}
