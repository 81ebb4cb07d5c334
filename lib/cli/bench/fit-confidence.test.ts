import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/testing/seeded-random.ts';
import { fitConfidence } from './fit-confidence.ts';
import { type JudgedWord, reliabilityOf } from './reliability.ts';

const logOdds = (p: number) => Math.log(p / (1 - p));
const chance = (odds: number) => 1 / (1 + Math.exp(-odds));

/** Words of an engine that is surer than it should be: right as often as the scale says. */
function boastfulWords(count: number, scale: { slope: number; offset: number }): JudgedWord[] {
  const random = seededRandom(11);
  return Array.from({ length: count }, () => {
    const confidence = 0.5 + 0.49 * random();
    return { confidence, right: random() < chance(scale.slope * logOdds(confidence) + scale.offset) };
  });
}

describe('fitConfidence', () => {
  it('finds the scale that makes confidences true', () => {
    const truth = { slope: 0.8, offset: -0.6 };
    const words = boastfulWords(20_000, truth);
    const fitted = fitConfidence({ slope: 1, offset: 0 }, [words]);
    expect(fitted.slope).toBeCloseTo(truth.slope, 1);
    expect(fitted.offset).toBeCloseTo(truth.offset, 1);
    const mended = words.map(({ confidence, right }) => ({
      confidence: chance(fitted.slope * logOdds(confidence) + fitted.offset),
      right,
    }));
    expect(reliabilityOf(words).error).toBeGreaterThan(0.1);
    expect(reliabilityOf(mended).error).toBeLessThan(0.02);
  });

  it('leaves a scale alone that is right already', () => {
    const words = boastfulWords(20_000, { slope: 1, offset: 0 });
    const { slope, offset } = fitConfidence({ slope: 0.9, offset: -0.5 }, [words]);
    expect(slope).toBeCloseTo(0.9, 1);
    expect(offset).toBeCloseTo(-0.5, 1);
  });
});
