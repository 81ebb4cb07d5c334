import type { ExtractionWord } from '#lib/contracts/index.ts';
import { type Box, unionOf } from './box.ts';
import type { NewWord } from './cut-words.ts';
import { partOfBox, type ReadingAxis, readingAxis } from './reading-axis.ts';
import type { PlacedWord } from './word-places.ts';

/** What is known of the line before the change. `frame` is around it and its words. */
export type SharedLine = { before: readonly PlacedWord[]; text: string; frame: Box };

/**
 * Boxes for new words: of what they replace, of which each gets its share when one word became several. Words that
 * replace nothing get the gap that they fill; where it is too narrow to be seen, they also lie over their neighbours.
 */
export function shareBoxes(words: readonly NewWord[], { before, text, frame }: SharedLine): Box[] {
  const old: ExtractionWord[] = before.map(({ word }) => word);
  const axis = readingAxis(old, frame, text);
  const boxes = replacedBoxes(words, before, axis);
  return fillGaps(words, boxes, frame, axis);
}

function replacedBoxes(
  words: readonly NewWord[],
  before: readonly PlacedWord[],
  axis: ReadingAxis,
): (Box | null)[] {
  const parts = words.map((): Box[] => []);
  let first = 0;
  for (const { word, start, end } of before) {
    // Both are in order, so that looking begins where it ended.
    while (first < words.length && (words[first]?.to ?? 0) <= start) first += 1;
    let last = first;
    while (last < words.length && (words[last]?.from ?? 0) < end) last += 1;
    const heirs = words.slice(first, last).flatMap((heir, index) => {
      const covers = Math.min(heir.to, end) > Math.max(heir.from, start);
      return covers ? [{ place: first + index, from: heir.from, to: heir.to }] : [];
    });
    heirs.forEach(({ place, from, to }, index) => {
      const [left, right] = [heirs[index - 1], heirs[index + 1]];
      const near = left ? (left.to + from) / 2 : start;
      const far = right ? (to + right.from) / 2 : end;
      const share = (at: number) => (at - start) / (end - start);
      if (word.box) parts[place]?.push(partOfBox(word.box, axis, share(near), share(far)));
    });
  }
  return parts.map(unionOf);
}

function fillGaps(
  words: readonly NewWord[],
  boxes: readonly (Box | null)[],
  frame: Box,
  axis: ReadingAxis,
): Box[] {
  const filled: Box[] = [];
  for (let at = 0; at < words.length; at++) {
    const box = boxes[at];
    if (box) {
      filled.push(box);
      continue;
    }
    const after = boxes.findIndex((known, index) => index > at && known !== null);
    const end = after < 0 ? words.length : after;
    const lengths = words.slice(at, end).map(({ text }) => text.length);
    const total = lengths.reduce((sum, length) => sum + length + 1, -1);
    const [left, right] = [at - 1, end].map((place) =>
      neighbourOf(words[place], filled[place] ?? boxes[place]),
    );
    const gap = roomBetween(left, right, { frame, axis, letters: total });
    let from = 0;
    for (const length of lengths) {
      filled.push(partOfBox(gap, axis, from / total, (from + length) / total));
      from += length + 1;
    }
    at = end - 1;
  }
  return filled;
}

type Neighbour = { box: Box; letters: number } | undefined;

function neighbourOf(word: NewWord | undefined, box: Box | null | undefined): Neighbour {
  return word && box ? { box, letters: word.text.length } : undefined;
}

type Room = { frame: Box; axis: ReadingAxis; letters: number };

/**
 * What is free between two words as the line runs; at its ends as far as the line goes. Where that is less than so
 * many letters need, also a part of each neighbour: as much as if it were shared by letters, at most half.
 */
function roomBetween(left: Neighbour, right: Neighbour, { frame, axis, letters }: Room): Box {
  const [lowAt, highAt] = axis.along === 0 ? ([0, 2] as const) : ([1, 3] as const);
  const [below, above] = axis.backwards ? [right, left] : [left, right];
  const low = below?.box[highAt] ?? frame[lowAt];
  const high = Math.max(above?.box[lowAt] ?? frame[highAt], low);
  const lengthOf = ({ box }: { box: Box }) => box[highAt] - box[lowAt];
  const known = [below, above].filter((word) => word !== undefined);
  const ofLetter = known.map((word) => lengthOf(word) / word.letters);
  const needed = known.length > 0 ? (letters * sumOf(ofLetter)) / known.length : 0;
  const missing = Math.max(needed, 1) - (high - low);
  const [before, after] = [below, above].map((word) =>
    word ? lengthOf(word) * Math.min(0.5, letters / (letters + word.letters)) : 0,
  );
  const [taken, takenAfter] = halvesOf(Math.max(0, missing), before ?? 0, after ?? 0);
  const start = Math.max(frame[lowAt], Math.floor(low - taken));
  const end = Math.min(frame[highAt], Math.ceil(high + takenAfter));
  return axis.along === 0 ? [start, frame[1], end, frame[3]] : [frame[0], start, frame[2], end];
}

/** Half of it from each side, and from the other side what one of them has not. */
function halvesOf(length: number, most: number, mostAfter: number): [number, number] {
  const taken = Math.min(most, Math.max(length / 2, length - mostAfter));
  return [taken, Math.min(mostAfter, length - taken)];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
