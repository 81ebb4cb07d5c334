import { describe, expect, it } from 'vitest';
import type { Character } from './decode-characters.ts';
import { mendCapitalI } from './mend-capital-i.ts';

/** A line in which every capital I could be a small L with that probability. */
function mended(text: string, smallL: number): string {
  const characters = [...text].map(
    (sign): Character => ({ text: sign, confidence: 0.7, centre: 0, spaceBefore: 0, smallL }),
  );
  return mendCapitalI(characters)
    .map((character) => character.text)
    .join('');
}

describe('mendCapitalI', () => {
  it('makes a small L where the model was in doubt and a small letter follows', () => {
    expect(mended('the Iocal Ianguage', 0.25)).toBe('the local language');
  });

  it('leaves what the model was sure of', () => {
    expect(mended('In Iowa', 0.02)).toBe('In Iowa');
  });

  it('leaves the pronoun, numerals and words in capitals', () => {
    expect(mended('I see PART II, INDEX', 0.25)).toBe('I see PART II, INDEX');
  });

  it('is as sure of the letter as the model was that it is one of the two', () => {
    const [letter] = mendCapitalI([
      { text: 'I', confidence: 0.7, centre: 0, spaceBefore: 0, smallL: 0.25 },
      { text: 'a', confidence: 1, centre: 9, spaceBefore: 0 },
    ]);
    expect(letter?.confidence).toBeCloseTo(0.95);
  });
});
