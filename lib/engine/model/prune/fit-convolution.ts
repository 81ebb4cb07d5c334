import type { Convolution } from '../fold/convolution.ts';
import { type Covariance, covarianceAt } from './covariance.ts';
import { inverse } from './inverse.ts';

// How strongly the weights are held where they are, as a share of the variance of their input: enough where inputs hardly
// vary, or always go together, and nothing elsewhere.
const HOLD = 1e-3;
const HOLD_OF_MEAN = 0.01;

/**
 * The pointwise convolution that comes nearest, in least squares, to given outputs. `seen` is the covariance of its
 * inputs, as they are now, followed by the outputs they ought to give.
 */
export function fitConvolution({ weights, bias, dims }: Convolution, seen: Covariance): Convolution {
  const outputs = bias.length;
  const inputs = seen.size - outputs;
  const among = covarianceAt(seen, [...Array(inputs).keys()]);
  const hold = holdingForce(among);
  for (const [input, force] of hold.entries()) {
    const diagonal = input * inputs + input;
    among.values[diagonal] = (among.values[diagonal] ?? 0) + force;
  }
  const solution = inverse(among.values, inputs);
  const fitted = new Float32Array(weights.length);
  for (let output = 0; output < outputs; output++) {
    const wanted = Float64Array.from(hold, (force, input) => {
      const together = seen.values[input * seen.size + inputs + output] ?? 0;
      return together + force * (weights[output * inputs + input] ?? 0);
    });
    for (let input = 0; input < inputs; input++)
      fitted[output * inputs + input] = dot(solution.subarray(input * inputs, (input + 1) * inputs), wanted);
  }
  return { weights: fitted, bias: bias.map((_, output) => meanGap(fitted, output, inputs, seen)), dims };
}

function holdingForce({ size, values }: Covariance): Float64Array {
  const variances = Float64Array.from({ length: size }, (_, at) => values[at * size + at] ?? 0);
  const mean = variances.reduce((sum, variance) => sum + variance, 0) / size;
  return variances.map((variance) => HOLD * (variance + HOLD_OF_MEAN * mean));
}

// What is missing, on average, between the weighted inputs and the output.
function meanGap(weights: Float32Array, output: number, inputs: number, { mean }: Covariance): number {
  const own = weights.subarray(output * inputs, (output + 1) * inputs);
  return (mean[inputs + output] ?? 0) - dot(own, mean);
}

function dot(a: Float32Array | Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
