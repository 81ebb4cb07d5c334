import { describe, expect, it } from 'vitest';
import { editsBetween } from './similar-words.ts';

describe('words that are nearly alike', () => {
  it.each([
    ['modem', 'modern'],
    ['invoice', 'lnvo1ce'],
    ['total', 't0ta1'],
    ['window', 'vvindovv'],
  ])('%s and %s look the same in print', (a, b) => expect(editsBetween(a, b)).toBe(0));

  it('differ by what print does not confuse', () => {
    expect(editsBetween('invoice', 'invoke')).toBe(2);
    expect(editsBetween('cat', 'car')).toBe(1);
  });
});
