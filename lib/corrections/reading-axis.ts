import type { ExtractionWord } from '#lib/contracts/index.ts';
import type { Box } from './box.ts';

/** The way in which a line runs: along x (0) or y (1), with the growing numbers or against them. */
export type ReadingAxis = { along: 0 | 1; backwards: boolean };

// The scripts in use that run from right to left.
const TO_THE_LEFT =
  /[\p{Script=Hebr}\p{Script=Arab}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}]/u;
const MIN_LETTERS_TO_STAND = 3;

/** Told by the places of the first and the last word; by shape and script where there is but one. */
export function readingAxis(words: readonly ExtractionWord[], frame: Box, text: string): ReadingAxis {
  const boxes = words.flatMap(({ box }) => (box ? [box] : []));
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first && last && first !== last) {
    const right = last[0] + last[2] - first[0] - first[2];
    const down = last[1] + last[3] - first[1] - first[3];
    return Math.abs(down) > Math.abs(right)
      ? { along: 1, backwards: down < 0 }
      : { along: 0, backwards: right < 0 };
  }
  const stands = frame[3] - frame[1] > 1.5 * (frame[2] - frame[0]) && text.length >= MIN_LETTERS_TO_STAND;
  return stands ? { along: 1, backwards: false } : { along: 0, backwards: TO_THE_LEFT.test(text) };
}

/** The part of a box from one share of its length to another, 0 to 1, as the line runs. */
export function partOfBox(box: Box, { along, backwards }: ReadingAxis, from: number, to: number): Box {
  const [low, high] = along === 0 ? [box[0], box[2]] : [box[1], box[3]];
  const [near, far] = backwards ? [1 - to, 1 - from] : [from, to];
  const start = within(low, high, Math.round(low + near * (high - low)));
  const end = within(low, high, Math.round(low + far * (high - low)));
  return along === 0 ? [start, box[1], end, box[3]] : [box[0], start, box[2], end];
}

function within(low: number, high: number, value: number): number {
  return Math.min(high, Math.max(low, value));
}
