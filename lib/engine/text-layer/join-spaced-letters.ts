import { median } from '../median.ts';
import { unionOf } from '../page-boxes.ts';
import type { LayerWord } from './layer-words.ts';

// Fewer letters by themselves are a formula or initials.
const MIN_LETTERS = 4;
const MAX_LETTERS = 200;
const LETTER = /^\p{L}$/u;
const MAX_GAP_EM = 1.2;
const SAME_BASELINE_EM = 0.05;
// Letter-spaced words stand about twice as far apart as their letters.
const WORD_GAP = 1.6;

/** Puts letter-spaced words (H E A D I N G) together again. */
export function joinSpacedLetters(words: readonly LayerWord[]): LayerWord[] {
  const result: LayerWord[] = [];
  for (let at = 0; at < words.length; ) {
    const run = lettersFrom(words, at);
    if (run.length < MIN_LETTERS) result.push(...words.slice(at, at + 1));
    else result.push(...joined(run));
    at += run.length < MIN_LETTERS ? 1 : run.length;
  }
  return result;
}

function lettersFrom(words: readonly LayerWord[], from: number): LayerWord[] {
  const run: LayerWord[] = [];
  for (let at = from; at < words.length && run.length < MAX_LETTERS; at++) {
    const word = words[at];
    const last = run.at(-1);
    if (!word || !LETTER.test(word.text) || (last && !isBeside(last, word))) break;
    run.push(word);
  }
  return run;
}

function isBeside(last: LayerWord, next: LayerWord): boolean {
  return (
    Math.abs(next.baseline - last.baseline) < SAME_BASELINE_EM * next.em &&
    next.start > last.start &&
    next.start - last.end < MAX_GAP_EM * next.em
  );
}

function joined(letters: readonly LayerWord[]): LayerWord[] {
  const gaps = letters.slice(1).map((letter, index) => letter.start - (letters[index]?.end ?? 0));
  const usual = median(gaps) ?? 0;
  const words: LayerWord[][] = [];
  for (const [index, letter] of letters.entries()) {
    const isNext = index > 0 && (gaps[index - 1] ?? 0) < WORD_GAP * usual;
    if (isNext) words.at(-1)?.push(letter);
    else words.push([letter]);
  }
  return words.flatMap(wordOf);
}

function wordOf(letters: readonly LayerWord[]): LayerWord[] {
  const [first] = letters;
  const last = letters.at(-1);
  if (!first || !last) return [];
  const text = letters.map((letter) => letter.text).join('');
  return [{ ...first, text, end: last.end, box: unionOf(letters.map(({ box }) => box)) }];
}
