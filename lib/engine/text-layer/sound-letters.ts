import type { LayerWord } from './layer-words.ts';

export type Soundness = 'sound' | 'doubtful' | 'broken';

// A lost ligature costs one word in a hundred in prose; one in two hundred is more than reading the picture costs.
const MAX_BROKEN_WORDS = 1 / 200;
// Icons and bullets have no letters; a font whose letters are all lost has nothing else.
const MAX_LETTERLESS_WORDS = 0.3;
// Below this a share tells nothing: a label, a table of three figures.
const MIN_CHARACTERS = 50;
// Letters and digits make 0.9 of prose and 0.6 of tables of amounts; 0.2 to 0.5 of text whose codes are shifted.
const MIN_ALPHANUMERIC = 0.55;
// These eight make 0.63 of the letters of English, 0.56 to 0.65 of French, German, Spanish, Italian and Polish, 0.43
// of a pangram; of letters taken for others at random 0.31 ± 0.08.
const COMMON_LETTERS = /[eainrsto]/g;
const MIN_COMMON_LETTERS = 0.4;

/**
 * Whether the characters of a layer can be those that are seen: `broken` when letters are missing, `doubtful` when
 * letters are distributed as in no language, which happens where a font maps its glyphs to others.
 */
export function soundLetters(words: readonly LayerWord[]): Soundness {
  const lettered = words.filter(({ text }) => text !== '');
  const broken = lettered.filter(({ complete }) => !complete).length;
  if (broken > MAX_BROKEN_WORDS * lettered.length) return 'broken';
  if (words.length - lettered.length > MAX_LETTERLESS_WORDS * words.length) return 'broken';
  return isLikeLanguage(lettered.map(({ text }) => text).join(' ')) ? 'sound' : 'doubtful';
}

function isLikeLanguage(text: string): boolean {
  // Dots that lead to a page number and rules of dashes are one sign each.
  const signs = text.replaceAll(/(\p{P}|\p{S})\1+/gu, '$1').replaceAll(/\s/g, '');
  if (signs.length < MIN_CHARACTERS) return true;
  if (countOf(signs, /[\p{L}\p{N}\p{M}]/gu) < MIN_ALPHANUMERIC * signs.length) return false;
  const latin = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  if (latin.length < MIN_CHARACTERS) return true;
  return countOf(latin, COMMON_LETTERS) >= MIN_COMMON_LETTERS * latin.length;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
