import type { Convolution } from '../fold/convolution.ts';
import type { Covariance } from './covariance.ts';
import { inverse } from './inverse.ts';

// Channels that never vary, or always go together, would leave nothing to divide by.
const LEAST_VARIANCE = 1e-6;
const LEAST_OWN_VARIANCE = 1e-5;
// An output that never varies cannot be missed; its variance is divided by.
const LEAST_OUTPUT_VARIANCE = 1e-9;

/**
 * The `count` inputs of a pointwise convolution without which its outputs can be told best from the others: one after
 * the other, that input goes whose part of the outputs the remaining ones take over with the least error, as a share of
 * the outputs' variance (the optimal brain surgeon of Hassibi and Stork, 1993, for whole channels).
 */
export function chooseChannels(convolution: Convolution, seen: Covariance, count: number): number[] {
  const outputs = convolution.bias.length;
  const spread = withLeastVariance(seen);
  const precision = inverse(spread, seen.size);
  const weights = scaledToOutputs(convolution.weights, outputs, seen);
  const kept = [...Array(seen.size).keys()];
  while (kept.length > count) {
    const dropped = leastMissed(kept, weights, precision, outputs);
    kept.splice(kept.indexOf(dropped), 1);
    handOver(dropped, kept, weights, precision, outputs);
  }
  return kept;
}

function withLeastVariance({ size, values }: Covariance): Float64Array {
  const result = Float64Array.from(values);
  let trace = 0;
  for (let at = 0; at < values.length; at += size + 1) trace += values[at] ?? 0;
  for (let at = 0; at < values.length; at += size + 1) {
    const own = values[at] ?? 0;
    result[at] = own + (LEAST_VARIANCE * trace) / size + LEAST_OWN_VARIANCE * own;
  }
  return result;
}

// Input by input, what each gives to each output, of which all are made to vary as much.
function scaledToOutputs(weights: Float32Array, outputs: number, seen: Covariance): Float64Array {
  const { size: inputs, values } = seen;
  const scaled = new Float64Array(weights.length);
  for (let output = 0; output < outputs; output++) {
    const own = weights.subarray(output * inputs, (output + 1) * inputs);
    let variance = 0;
    for (let at = 0; at < values.length; at++)
      variance += (own[Math.floor(at / inputs)] ?? 0) * (own[at % inputs] ?? 0) * (values[at] ?? 0);
    const scale = 1 / Math.sqrt(Math.max(variance, 0) + LEAST_OUTPUT_VARIANCE);
    for (let input = 0; input < inputs; input++) scaled[input * outputs + output] = (own[input] ?? 0) * scale;
  }
  return scaled;
}

function leastMissed(
  kept: readonly number[],
  weights: Float64Array,
  precision: Float64Array,
  outputs: number,
): number {
  const inputs = weights.length / outputs;
  let least = { input: -1, error: Infinity };
  for (const input of kept) {
    let sum = 0;
    for (const weight of weights.subarray(input * outputs, (input + 1) * outputs)) sum += weight ** 2;
    const error = sum / (precision[input * inputs + input] ?? 1);
    if (error < least.error) least = { input, error };
  }
  return least.input;
}

// The remaining inputs take over what they can tell of the dropped one, whose variance they no longer share.
function handOver(
  dropped: number,
  kept: readonly number[],
  weights: Float64Array,
  precision: Float64Array,
  outputs: number,
): void {
  const inputs = weights.length / outputs;
  const own = precision[dropped * inputs + dropped] ?? 1;
  for (const input of kept) {
    const share = (precision[input * inputs + dropped] ?? 0) / own;
    subtract(weights, input * outputs, weights, dropped * outputs, share, outputs);
    subtract(precision, input * inputs, precision, dropped * inputs, share, inputs);
  }
}

function subtract(
  to: Float64Array,
  start: number,
  from: Float64Array,
  at: number,
  share: number,
  count: number,
): void {
  for (let index = 0; index < count; index++)
    to[start + index] = (to[start + index] ?? 0) - share * (from[at + index] ?? 0);
}
