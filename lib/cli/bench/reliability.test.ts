import { describe, expect, it } from 'vitest';
import { judgeWords, reliabilityOf } from './reliability.ts';

const judged = (confidence: number, count: number, right: number) =>
  Array.from({ length: count }, (_, index) => ({ confidence, right: index < right }));

describe('reliabilityOf', () => {
  it('finds no error where of words at 0.9 nine in ten are right', () => {
    const { error, bins } = reliabilityOf([...judged(0.95, 20, 19), ...judged(0.5, 10, 5)]);
    expect(error).toBeCloseTo(0);
    expect(bins.map(({ words, right }) => [words, right])).toEqual([
      [10, 0.5],
      [20, 0.95],
    ]);
  });

  it('weighs the distance of each bin by its words, and has a place for 1', () => {
    expect(reliabilityOf([...judged(1, 30, 15), ...judged(0.25, 10, 5)]).error).toBeCloseTo(
      (30 * 0.5 + 10 * 0.25) / 40,
    );
    expect(reliabilityOf([]).error).toBe(0);
  });
});

describe('judgeWords', () => {
  it('judges words without their case and punctuation, and leaves signs out', () => {
    const words = ['TOTAL:', '-', '12.5O'].map((text) => ({ text, confidence: 0.9 }));
    expect(judgeWords('Total - 12.50', words).map(({ right }) => right)).toEqual([true, false]);
  });
});
