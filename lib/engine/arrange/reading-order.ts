import type { Gutter } from './find-gutters.ts';
import { groupRows, type Row } from './group-rows.ts';
import { isProse } from './is-prose.ts';
import type { Run } from './join-runs.ts';
import { orderUnits, type Unit } from './order-units.ts';
import { type Block, stackLines } from './stack-lines.ts';

/**
 * What is read without a break, in reading order. Columns of prose are kept whole; everything else (tables,
 * forms, receipts) is read row by row. Runs come sorted from top to bottom.
 */
export function readingOrder(runs: readonly Run[], gutters: readonly Gutter[]): Unit[] {
  const prose = stackLines(runs).filter((block) => isProse(block, runs));
  const inProse = new Set(prose.flatMap((block) => block.lines));
  const others = runs.filter((run) => !inProse.has(run));
  const units = [...prose.map(unitOfBlock), ...groupRows(others, prose, gutters).map(unitOfRow)];
  return prose.length > 0 ? orderUnits(units) : units.sort(fromTopToBottom);
}

function unitOfBlock({ lines, left, right, top, bottom }: Block): Unit {
  return { rows: lines.map((line) => [line]), isProse: true, left, right, top, bottom };
}

function unitOfRow({ lines, top, bottom }: Row): Unit {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  return { rows: [lines], isProse: false, left, right, top, bottom };
}

function fromTopToBottom(a: Unit, b: Unit): number {
  return a.top + a.bottom - b.top - b.bottom;
}
