import type { Convolution } from '../fold/convolution.ts';
import { type ChannelRanges, type ChannelStatistics, type ValueCodes, valueCodes } from './value-codes.ts';

/** A pointwise convolution that takes codes and gives codes, with one scale of its weights an output channel. */
export type QuantisedConvolution = {
  input: ValueCodes;
  output: ValueCodes;
  weights: Int8Array;
  bias: Int32Array;
  /** Codes of the output for one unit of the integer sum. */
  scales: Float32Array;
};

const MAX_WEIGHT = 127;
// An output channel with hardly any weights still needs a scale in which its bias is a number of 32 bits.
const MAX_BIAS = 2 ** 30;

/**
 * The scales and zeros of both sides are worked into the weights and the bias, so that the runtime sees one scale of
 * 1 and one zero of 0 for each side, which its quickest kernels want, and yet every channel has codes of its own.
 */
export function quantiseConvolution(
  { weights, bias }: Convolution,
  inputStatistics: ChannelStatistics,
  outputRanges: ChannelRanges,
): QuantisedConvolution {
  const input = valueCodes(inputStatistics);
  const output = valueCodes(outputRanges);
  const meanCodes = input.scales.map((scale, from) => (inputStatistics.mean[from] ?? 0) / scale);
  const inputs = input.scales.length;
  const quantised = new Int8Array(weights.length);
  const quantisedBias = new Int32Array(bias.length);
  const scales = new Float32Array(bias.length);
  for (let channel = 0; channel < bias.length; channel++) {
    const own = weights.subarray(channel * inputs, (channel + 1) * inputs);
    const outputScale = output.scales[channel] ?? 1;
    const lowest = (bias[channel] ?? 0) + outputScale * (output.zeros[channel] ?? 0);
    const { rounded, exact, scale } = roundWeights(own, input.scales, Math.abs(lowest) / MAX_BIAS);
    quantised.set(rounded, channel * inputs);
    const lowestAsZero = lowest / scale;
    // What rounding the weights does to a mean input is taken back: 0.3 instead of 0.5 letters in 100 change.
    const rounding = product(rounded, meanCodes) - product(exact, meanCodes);
    quantisedBias[channel] = Math.round(lowestAsZero - product(rounded, input.zeros) - rounding);
    scales[channel] = scale / outputScale;
  }
  return { input, output, weights: quantised, bias: quantisedBias, scales };
}

// Weights for one code of each input, in the steps of a scale that the largest of them spans.
function roundWeights(weights: Float32Array, inputScales: Float32Array, minScale: number) {
  const exact = weights.map((weight, from) => weight * (inputScales[from] ?? 0));
  let largest = 0;
  for (const weight of exact) largest = Math.max(largest, Math.abs(weight));
  const scale = Math.max(largest / MAX_WEIGHT, minScale) || 1;
  const rounded = new Int8Array(exact.length);
  for (let from = 0; from < exact.length; from++) {
    const weight = (exact[from] ?? 0) / scale;
    exact[from] = weight;
    rounded[from] = Math.round(weight);
  }
  return { rounded, exact, scale };
}

function product(weights: Int8Array | Float32Array, values: Uint8Array | Float32Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (values[at] ?? 0);
  return sum;
}
