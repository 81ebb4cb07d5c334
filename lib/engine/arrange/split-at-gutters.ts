import { lineOfWords } from '../line-of-words.ts';
import { type Gutter, isPartedBy } from './find-gutters.ts';
import type { PlacedLine, PlacedWord } from './placed-line.ts';

/** Parts lines that the finder took as one although a gutter runs between their words. */
export function splitAtGutters(lines: readonly PlacedLine[], gutters: readonly Gutter[]): PlacedLine[] {
  return lines.flatMap((line) => {
    const parts = partsOf(line, gutters);
    return parts.length === 1 ? [line] : parts.map((words) => lineOf(line, words));
  });
}

function partsOf({ words, middle }: PlacedLine, gutters: readonly Gutter[]): PlacedWord[][] {
  const parts: PlacedWord[][] = [];
  for (const word of words) {
    const before = parts.at(-1)?.at(-1);
    const isParted = before && isPartedBy(gutters, middle, before, word);
    if (before && !isParted) parts.at(-1)?.push(word);
    else parts.push([word]);
  }
  return parts;
}

function lineOf(whole: PlacedLine, words: PlacedWord[]): PlacedLine {
  const own = new Set(words.map(({ word }) => word));
  const line = lineOfWords(whole.line.words.filter((word) => own.has(word)));
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.max(...words.map((word) => word.right));
  return { ...whole, line, words, text: line.text, left, right };
}
