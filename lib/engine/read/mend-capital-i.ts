import type { Character } from './decode-characters.ts';

// On drawn pages and the corpus true capitals came with 0.05 or less for the small L, mistaken ones with 0.23 or
// more.
const MIN_SMALL_L = 0.1;

/**
 * Makes a small L of a capital I in front of a small letter where the English model thought of one: in sans-serif print
 * the two look alike, and it writes "Iocal" and "Ianguage".
 */
export function mendCapitalI(characters: readonly Character[]): Character[] {
  return characters.map((character, index) => {
    const { text, confidence, smallL = 0 } = character;
    const isDoubtful = text === 'I' && smallL >= MIN_SMALL_L;
    if (!isDoubtful || !/^\p{Ll}/u.test(characters[index + 1]?.text ?? '')) return character;
    // That it is one of the two the model was sure of; which one the next letter tells.
    return { ...character, text: 'l', confidence: Math.min(1, confidence + smallL) };
  });
}
