import { describe, expect, it } from 'vitest';
import { type BoxedWord, boxErrorsOf, edgeDistances } from './box-errors.ts';

const truth: BoxedWord[] = [
  { text: 'of', box: [10, 10, 30, 20] },
  { text: 'of', box: [50, 10, 70, 20] },
];

describe('edgeDistances', () => {
  it('measures each edge against the word that is covered, not its namesake', () => {
    expect(edgeDistances(truth, [{ text: 'of', box: [51, 10, 68, 23] }])).toEqual([1, 0, 2, 3]);
  });

  it('leaves out words that were misread', () => {
    expect(edgeDistances(truth, [{ text: 'oi', box: [10, 10, 30, 20] }])).toEqual([]);
  });
});

describe('boxErrorsOf', () => {
  it('tells the middle, what 95 % keep within, and the worst', () => {
    const distances = Array.from({ length: 100 }, (_, index) => index);
    expect(boxErrorsOf(distances)).toEqual({ words: 25, median: 50, p95: 95, worst: 99 });
    expect(boxErrorsOf([])).toBeNull();
  });
});
