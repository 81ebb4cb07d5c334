import type { ExtractionLine, ExtractionWord } from '#lib/contracts/index.ts';
import { alignWords } from './align-words.ts';
import { type Box, unionOf } from './box.ts';
import { placeWords } from './word-places.ts';

const HIGH_HALF_OF_PAIR = /[\uD800-\uDBFF]$/;

/** A line as two; the words keep their places, and one that was cut is shared by both. */
export function splitLine(line: ExtractionLine, at: number, added: string): [ExtractionLine, ExtractionLine] {
  const cut = HIGH_HALF_OF_PAIR.test(line.text.slice(0, at)) ? at - 1 : at;
  const left = line.text.slice(0, cut).trimEnd();
  const right = line.text.slice(cut).trimStart();
  const parts = [left, right].filter((text) => text !== '');
  // Blanks at the cut may be any; the words do not depend on them.
  const parted = line.text.slice(left.length, line.text.length - right.length) || ' ';
  const text = parts.join(parted);
  const placed = placeWords(alignWords(line, text), text);
  const wordsIn = (isLeft: boolean): ExtractionWord[] =>
    placed.flatMap(({ word, end }) => (end <= left.length === isLeft ? [word] : []));
  const [before, after] = [wordsIn(true), wordsIn(false)];
  return [
    { id: line.id, text: left, box: boxOfPart(line, before, right === ''), words: before },
    { id: added, text: right, box: boxOfPart(line, after, left === ''), words: after },
  ];
}

/** All of the line's box stays with the part that has all of its text. */
function boxOfPart(line: ExtractionLine, words: readonly ExtractionWord[], isWhole: boolean): Box | null {
  return isWhole ? line.box : unionOf(words.map(({ box }) => box));
}
