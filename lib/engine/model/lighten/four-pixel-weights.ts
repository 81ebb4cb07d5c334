/** Weights of a convolution, output channel by output channel, then by input channel. */
export type Weights = { weights: Float32Array; outputs: number; inputs: number };

const TAPS = 9;

/** The weights of a 3 × 3 convolution for some of its input channels, one range after the other. */
export function partOfWeights(
  { weights, outputs, inputs }: Weights,
  ranges: readonly { first: number; channels: number }[],
): Weights {
  const kept = ranges.reduce((sum, { channels }) => sum + channels, 0);
  const part = new Float32Array(outputs * kept * TAPS);
  let at = 0;
  for (let output = 0; output < outputs; output++) {
    for (const { first, channels } of ranges) {
      const from = (output * inputs + first) * TAPS;
      part.set(weights.subarray(from, from + channels * TAPS), at);
      at += channels * TAPS;
    }
  }
  return { weights: part, outputs, inputs: kept };
}

/**
 * The weights of a 2 × 2 convolution over a picture that gives what these of 3 × 3 give over that picture doubled:
 * for each window, which lies around a corner of four pixels, the four small pixels around that corner, the upper
 * left, upper right, lower left and lower right as one set of output channels after the other.
 */
export function fourPixelWeights({ weights, outputs, inputs }: Weights): Weights {
  const four = new Float32Array(4 * outputs * inputs * 4);
  weights.forEach((value, at) => {
    const tap = at % TAPS;
    const channels = Math.floor(at / TAPS);
    for (let pixel = 0; pixel < 4; pixel++) {
      // Of the three rows around a small pixel, two lie in one large pixel: the upper two for the upper one.
      const row = (Math.floor(tap / 3) + (pixel >> 1)) >> 1;
      const column = ((tap % 3) + (pixel & 1)) >> 1;
      const to = (pixel * outputs * inputs + channels) * 4 + 2 * row + column;
      four[to] = (four[to] ?? 0) + value;
    }
  });
  return { weights: four, outputs: 4 * outputs, inputs };
}
