import { describe, expect, it } from 'vitest';
import { characterErrorRate } from './character-error-rate.ts';

describe('characterErrorRate', () => {
  it('counts replaced, missing and invented characters against the length of the truth', () => {
    expect(characterErrorRate('kitten', 'sitting')).toBe(3 / 6);
    expect(characterErrorRate('total', 'totl')).toBe(1 / 5);
    expect(characterErrorRate('ab', 'abcdef')).toBe(2);
  });

  it('takes all white space for one space, and compatible characters for the same', () => {
    expect(characterErrorRate('two words', '  two\n\n words\f')).toBe(0);
    expect(characterErrorRate('file 1', 'ﬁle １')).toBe(0);
  });

  it('counts case, and a character beyond 16 bits once', () => {
    expect(characterErrorRate('Ab', 'ab')).toBe(1 / 2);
    expect(characterErrorRate('a𝄞', 'ab')).toBe(1 / 2);
  });

  it('is 1 when nothing was read or something was invented, 0 when there was nothing', () => {
    expect(characterErrorRate('text', '')).toBe(1);
    expect(characterErrorRate('', 'text')).toBe(1);
    expect(characterErrorRate('', ' ')).toBe(0);
  });
});
