import { describe, expect, it } from 'vitest';
import { wordF1 } from './word-f1.ts';

describe('wordF1', () => {
  it('is 1 for the same words, whatever their case, punctuation and order', () => {
    expect(wordF1('Total: 12.40\nThank you!', 'THANK YOU total 1240')).toBe(1);
  });

  it('weighs missing and invented words alike', () => {
    expect(wordF1('one two three four', 'one two')).toBeCloseTo(2 / 3);
    expect(wordF1('one two', 'one two three four')).toBeCloseTo(2 / 3);
  });

  it('counts a repeated word as often as it stands there', () => {
    expect(wordF1('two two', 'two')).toBeCloseTo(2 / 3);
    expect(wordF1('two', 'two two two')).toBe(0.5);
  });

  it('is 0 when nothing was read, and 1 when there was nothing to read', () => {
    expect(wordF1('one', '')).toBe(0);
    expect(wordF1('', 'one')).toBe(0);
    expect(wordF1(' - ', '')).toBe(1);
  });
});
