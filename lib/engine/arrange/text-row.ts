import { type Run, runOf } from './join-runs.ts';
import type { Unit } from './order-units.ts';
import type { Placed, PlacedLine } from './placed-line.ts';
import type { Block } from './stack-lines.ts';

/** What stands on one row, in reading order: the lines of one column, or all cells of a table's row. */
export type TextRow = Placed & { lines: PlacedLine[]; isProse: boolean };

export function rowsOf(units: readonly Unit[]): TextRow[] {
  return units.flatMap(({ rows, isProse }) => rows.map((runs) => ({ ...rowOf(runs), isProse })));
}

/** The rows of lines that were stacked into one block. */
export function rowsOfBlock({ lines, ...span }: Block): TextRow[] {
  return rowsOf([{ rows: lines.map((line) => [line]), isProse: true, ...span }]);
}

export function rowOf(runs: readonly Run[]): Run {
  return runOf(runs.flatMap(({ lines }) => lines));
}
