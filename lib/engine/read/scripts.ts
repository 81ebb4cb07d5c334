import type { Word } from '../page-reading.ts';

// Accents that the Latin model sees in dirt are mostly in words below this.
const SURE_OF_WORD = 0.85;

/** The share of Chinese characters among the letters and figures of a text, 0 to 1. */
export function hanShare(text: string): number {
  const characters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  const han = characters.filter((character) => /\p{Script=Han}/u.test(character));
  return characters.length === 0 ? 0 : han.length / characters.length;
}

/** Whether Japanese syllables are among the characters: no Chinese text has them. */
export function hasKana(text: string): boolean {
  return (text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length > 1;
}

/** Whether a word surely holds a letter that English is not written with. */
export function isSurelyAccented({ text, confidence }: Word): boolean {
  return confidence >= SURE_OF_WORD && /(?=\p{Script=Latin})[^\p{ASCII}ªº]/u.test(text);
}
