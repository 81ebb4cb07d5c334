import type { JudgedWord } from './reliability.ts';

/** What makes confidences out of the models' own, in log odds: `slope` times them plus `offset`. */
export type ConfidenceScale = { slope: number; offset: number };

// Newton's method is at rest long before; more rounds cost nothing.
const ROUNDS = 30;
const CLOSEST = 0.001;

/**
 * The scale that would have made these confidences tell the share of right words, given the scale that made
 * them: logistic regression, in which each set of words weighs the same, however many it holds.
 */
export function fitConfidence(
  current: ConfidenceScale,
  sets: readonly (readonly JudgedWord[])[],
): ConfidenceScale {
  const words = sets.flatMap((set) =>
    set.map(({ confidence, right }) => ({
      x: logOdds(confidence),
      y: right ? 1 : 0,
      weight: 1 / set.length,
    })),
  );
  let [slope, offset] = [1, 0];
  for (let round = 0; round < ROUNDS; round++) {
    let [gradientOffset, gradientSlope, a, b, c] = [0, 0, 0, 0, 0];
    for (const { x, y, weight } of words) {
      const p = 1 / (1 + Math.exp(-(slope * x + offset)));
      const bend = weight * p * (1 - p);
      gradientOffset += weight * (y - p);
      gradientSlope += weight * (y - p) * x;
      a += bend;
      b += bend * x;
      c += bend * x * x;
    }
    const determinant = a * c - b * b;
    if (determinant < 1e-12) break;
    offset += (c * gradientOffset - b * gradientSlope) / determinant;
    slope += (a * gradientSlope - b * gradientOffset) / determinant;
  }
  return { slope: slope * current.slope, offset: slope * current.offset + offset };
}

function logOdds(confidence: number): number {
  const inside = Math.min(1 - CLOSEST, Math.max(CLOSEST, confidence));
  return Math.log(inside / (1 - inside));
}
