import { describe, expect, it } from 'vitest';
import { rightWords } from './align-words.ts';

function rightOf(truth: string, reading: string): string {
  const words = reading.split(' ');
  const right = rightWords(truth.split(' '), words);
  return words.filter((_, index) => right[index]).join(' ');
}

describe('rightWords', () => {
  it('finds the words that are there letter by letter', () => {
    expect(rightOf('the sum of 12 and 13', 'the surn of 12 and 13')).toBe('the of 12 and 13');
  });

  it('does not hold another order against a word', () => {
    expect(rightOf('left one left two right three', 'left one right three left two')).toBe(
      'left one right three left two',
    );
  });

  it('counts no word of the truth twice, and prefers the one that stands where it should', () => {
    expect(rightWords(['a', 'b', 'c'], ['c', 'a', 'b', 'c'])).toEqual([false, true, true, true]);
    expect(rightWords([], ['a'])).toEqual([false]);
  });
});
