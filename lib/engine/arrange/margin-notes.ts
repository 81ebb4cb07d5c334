import { median } from '../median.ts';
import { isProse } from './is-prose.ts';
import type { Run } from './join-runs.ts';
import { widthOf } from './placed-line.ts';
import { type Block, stackLines } from './stack-lines.ts';

// Notes are set smaller than the text, in a narrow column, and there is little of them.
const MAX_LETTER_RATIO = 0.88;
const MAX_WIDTH_RATIO = 0.35;
const MAX_SHARE = 0.2;

/** Parts the notes in the margins from the text that they stand beside. Runs come from top to bottom. */
export function partNotes(runs: readonly Run[]): { text: Run[]; notes: Block[] } {
  const blocks = stackLines(runs);
  const letter = usualLetter(runs);
  const prose = blocks.filter(
    (block) => isProse(block, runs) && usualLetter(block.lines) > MAX_LETTER_RATIO * letter,
  );
  const left = Math.min(...prose.map((block) => block.left));
  const right = Math.max(...prose.map((block) => block.right));
  const notes = blocks.filter(
    (block) =>
      (block.right < left || block.left > right) &&
      widthOf(block) < MAX_WIDTH_RATIO * (right - left) &&
      usualLetter(block.lines) < MAX_LETTER_RATIO * letter,
  );
  const inNotes = new Set(notes.flatMap(({ lines }) => lines));
  if (charactersIn([...inNotes]) > MAX_SHARE * charactersIn(runs)) return { text: [...runs], notes: [] };
  return { text: runs.filter((run) => !inNotes.has(run)), notes };
}

function usualLetter(runs: readonly Run[]): number {
  return median(runs.map(({ height }) => height)) ?? 0;
}

function charactersIn(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
