import type { TextBox } from '../find/text-box.ts';
import { lineOfWords } from '../line-of-words.ts';
import type { BoxedLine } from '../page-text.ts';
import { hasRightToLeft, partsInOrder } from '../reading-direction.ts';
import { joinSpacedLetters } from './join-spaced-letters.ts';
import type { LayerWord } from './layer-words.ts';

// Justified lines have spaces of up to 0.8 em; cells and columns stand further apart.
const MAX_SPACE_EM = 1;
// What is drawn later, such as a word in bold, joins its line where a usual space is left for it.
const MAX_LATE_SPACE_EM = 0.5;
const MAX_STEP_BACK_EM = 0.3;
// Runs come from left to right: the one that goes on is among the last ones begun.
const RUNS_TO_TRY = 20;
// No sheet is wide enough for more; a page that means to cost time may say otherwise.
const MAX_WORDS = 2_000;
// Superscripts stand up to 0.4 em above their line, the line above a whole one.
const SAME_BASELINE_EM = 0.5;
const SAME_ANGLE = 0.03;
// Letters reach from 0.75 em above the base line to 0.25 em below it; the body of a line is that of its small
// letters, half an em.
const LINE_HEIGHT_EM = 1.1;
const BODY_HEIGHT_EM = 0.5;
const MIDDLE_ABOVE_BASELINE_EM = 0.26;

/** Words that follow each other on a line. One that holds letters read from right to left goes on at either end. */
type Run = { words: LayerWord[]; start: number; end: number; runsLeft: boolean };

/** Joins words to lines: runs of words on one base line with no more than a space between them. */
export function layerLines(words: readonly LayerWord[]): BoxedLine[] {
  const runs: Run[] = [];
  for (const word of joinSpacedLetters(words)) {
    const { start, end, text } = word;
    const next: Run = { words: [word], start, end, runsLeft: hasRightToLeft(text) };
    const run = runs.at(-1);
    if (run && joins(run, next, MAX_SPACE_EM)) append(run, next);
    else runs.push(next);
  }
  return joinLateRuns(runs).map(boxedLine);
}

function joins(run: Run, next: Run, maxSpaceEm: number): boolean {
  const [last, first] = [run.words.at(-1), next.words[0]];
  if (!last || !first || run.words.length >= MAX_WORDS) return false;
  const em = Math.max(last.em, first.em);
  const space =
    run.runsLeft || next.runsLeft
      ? Math.max(next.start - run.end, run.start - next.end)
      : first.start - last.end;
  return (
    Math.abs(last.angle - first.angle) < SAME_ANGLE &&
    Math.abs(last.baseline - first.baseline) < SAME_BASELINE_EM * em &&
    space < maxSpaceEm * em &&
    space > -MAX_STEP_BACK_EM * em
  );
}

function append(run: Run, next: Run): void {
  run.words.push(...next.words);
  run.start = Math.min(run.start, next.start);
  run.end = Math.max(run.end, next.end);
  run.runsLeft ||= next.runsLeft;
}

function joinLateRuns(runs: readonly Run[]): Run[] {
  const sorted = runs.toSorted((a, b) => a.start - b.start);
  const byBaseline = new Map<number, Run[]>();
  const joined: Run[] = [];
  for (const run of sorted) {
    const [first] = run.words;
    if (!first) continue;
    const row = Math.round(first.baseline / Math.max(1, first.em));
    const near = [row - 1, row, row + 1].flatMap((at) => byBaseline.get(at)?.slice(-RUNS_TO_TRY) ?? []);
    const before = near.find((other) => joins(other, run, MAX_LATE_SPACE_EM));
    if (before) {
      append(before, run);
      continue;
    }
    joined.push(run);
    const here = byBaseline.get(row);
    if (here) here.push(run);
    else byBaseline.set(row, [run]);
  }
  return joined;
}

function boxedLine({ words }: Run): BoxedLine {
  const inOrder = partsInOrder(words, ({ start }) => start);
  return {
    line: lineOfWords(inOrder.map(({ text, box }) => ({ text, confidence: 1, box }))),
    box: lineBox(words),
  };
}

function lineBox(words: readonly LayerWord[]): TextBox {
  const largest = words.reduce((most, word) => (word.em > most.em ? word : most));
  const { angle, em } = largest;
  const start = Math.min(...words.map((word) => word.start));
  const end = Math.max(...words.map((word) => word.end));
  const across = largest.baseline - MIDDLE_ABOVE_BASELINE_EM * em;
  const along = (start + end) / 2;
  const quarters = Math.round(angle / (Math.PI / 2));
  const [width, height] = [end - start, LINE_HEIGHT_EM * em];
  // Boxes tilt by 45° at most: a line that runs down the page is a high, narrow one.
  const isLevel = quarters % 2 === 0;
  return {
    centreX: along * Math.cos(angle) - across * Math.sin(angle),
    centreY: along * Math.sin(angle) + across * Math.cos(angle),
    width: isLevel ? width : height,
    height: isLevel ? height : width,
    angle: angle - (quarters * Math.PI) / 2,
    coreHeight: BODY_HEIGHT_EM * em,
  };
}
