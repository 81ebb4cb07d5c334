import type { TextBox } from '../find/text-box.ts';
import { lineOfWords } from '../line-of-words.ts';
import type { BoxedLine } from '../page-text.ts';
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

/** Joins words to lines: runs of words on one base line with no more than a space between them. */
export function layerLines(words: readonly LayerWord[]): BoxedLine[] {
  const runs: LayerWord[][] = [];
  for (const word of joinSpacedLetters(words)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && run.length < MAX_WORDS && joins(last, word, MAX_SPACE_EM)) run.push(word);
    else runs.push([word]);
  }
  return joinLateRuns(runs).map(boxedLine);
}

function joins(last: LayerWord, next: LayerWord, maxSpaceEm: number): boolean {
  const em = Math.max(last.em, next.em);
  const space = next.start - last.end;
  return (
    Math.abs(last.angle - next.angle) < SAME_ANGLE &&
    Math.abs(last.baseline - next.baseline) < SAME_BASELINE_EM * em &&
    space < maxSpaceEm * em &&
    space > -MAX_STEP_BACK_EM * em
  );
}

function joinLateRuns(runs: readonly LayerWord[][]): LayerWord[][] {
  const sorted = [...runs].sort((a, b) => startOf(a) - startOf(b));
  const byBaseline = new Map<number, LayerWord[][]>();
  const joined: LayerWord[][] = [];
  for (const run of sorted) {
    const [first] = run;
    if (!first) continue;
    const row = Math.round(first.baseline / Math.max(1, first.em));
    const near = [row - 1, row, row + 1].flatMap((at) => byBaseline.get(at)?.slice(-RUNS_TO_TRY) ?? []);
    const before = near.find((other) => {
      const last = other.at(-1);
      return last && other.length < MAX_WORDS && joins(last, first, MAX_LATE_SPACE_EM);
    });
    if (before) {
      before.push(...run);
      continue;
    }
    const begun = [...run];
    joined.push(begun);
    const here = byBaseline.get(row);
    if (here) here.push(begun);
    else byBaseline.set(row, [begun]);
  }
  return joined;
}

function startOf([first]: readonly LayerWord[]): number {
  return first?.start ?? 0;
}

function boxedLine(words: readonly LayerWord[]): BoxedLine {
  return {
    line: lineOfWords(words.map(({ text, box }) => ({ text, confidence: 1, box }))),
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
