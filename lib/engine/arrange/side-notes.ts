import type { BoxedLine } from '../page-text.ts';
import { joinRuns } from './join-runs.ts';
import { placeLine } from './placed-line.ts';
import { stackLines } from './stack-lines.ts';
import { rowsOfBlock, type TextRow } from './text-row.ts';

const QUARTER = Math.PI / 2;

/** By how many quarters a line is turned against the text of the page. */
export function quartersOf({ box }: BoxedLine, skew: number): number {
  return Math.round((box.angle - skew) / QUARTER);
}

/** The notes that run along the side of a page, each with its rows in the frame of its own text. */
export function sideNotes(lines: readonly BoxedLine[], skew: number): TextRow[][] {
  const turns = [...new Set(lines.map((line) => quartersOf(line, skew)))].sort((a, b) => a - b);
  return turns.flatMap((quarters) => {
    const placed = lines
      .filter((line) => quartersOf(line, skew) === quarters)
      .map(({ line, box }) => placeLine(line, box, skew + quarters * QUARTER))
      .sort((a, b) => a.middle - b.middle);
    return stackLines(joinRuns(placed, [])).map(rowsOfBlock);
  });
}
