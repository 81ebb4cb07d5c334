import { median } from '../median.ts';
import { columnGutters } from './column-gutters.ts';
import type { Gutter } from './find-gutters.ts';
import type { Run } from './join-runs.ts';
import type { Span } from './placed-line.ts';
import { rowMates } from './row-mates.ts';
import type { Block } from './stack-lines.ts';

/** Lines side by side, from left to right. */
export type Row = { lines: Run[]; top: number; bottom: number };

const SLACK = 4;
// A heading above or below two columns belongs to one of them within three of their letter heights.
const REACH = 3;
// Rows sorted from top to bottom: a line's row is among the last ones begun.
const ROWS_TO_TRY = 14;

/**
 * Groups lines that are no prose into rows, but never across the gutter between two columns of prose or
 * across a column. Lines come sorted from top to bottom.
 */
export function groupRows(
  lines: readonly Run[],
  prose: readonly Block[],
  stripes: readonly Gutter[] = [],
): Row[] {
  const reach = REACH * (median(prose.flatMap((block) => block.lines.map(({ height }) => height))) ?? 0);
  const gutters = columnGutters(prose, stripes);
  const mates = rowMates(lines);
  const rows: Row[] = [];
  for (const line of lines) {
    const parting = gutters.filter((gutter) => isBeside(gutter, line.middle, reach));
    // More cells than columns and no prose beside them: a table that stands across the columns.
    const isAcross =
      (mates.get(line)?.length ?? 0) > parting.length &&
      !prose.some((block) => isBeside(block, line.middle, reach));
    const isApart = (other: Run) => isParted(line, other, isAcross ? [] : parting, prose);
    const row = bestRow(line, rows.slice(-ROWS_TO_TRY), isApart);
    if (row) {
      row.lines.push(line);
      // The row's edges follow the mean of its lines.
      row.top += (line.top - row.top) / row.lines.length;
      row.bottom += (line.bottom - row.bottom) / row.lines.length;
    } else {
      rows.push({ lines: [line], top: line.top, bottom: line.bottom });
    }
  }
  for (const row of rows) row.lines.sort((a, b) => a.left - b.left);
  return rows;
}

function bestRow(line: Run, rows: readonly Row[], isApart: (other: Run) => boolean): Row | null {
  let best: Row | null = null;
  let bestShare = 0.5;
  for (const row of rows.toReversed()) {
    const shared = Math.min(row.bottom, line.bottom) - Math.max(row.top, line.top);
    const share = shared / Math.min(line.height, row.bottom - row.top);
    if (share > bestShare && !row.lines.some(isApart)) {
      best = row;
      bestShare = share;
    }
  }
  return best;
}

function isBeside({ top, bottom }: { top: number; bottom: number }, middle: number, reach: number): boolean {
  return top - reach < middle && bottom + reach > middle;
}

function isParted(line: Run, other: Run, gutters: readonly Gutter[], prose: readonly Block[]): boolean {
  const between: Span = {
    left: Math.min(line.right, other.right) - SLACK,
    right: Math.max(line.left, other.left) + SLACK,
  };
  return (
    gutters.some(({ left, right }) => {
      const centre = (left + right) / 2;
      return centre > between.left && centre < between.right;
    }) ||
    prose.some(
      (block) => isBeside(block, other.middle, 0) && block.left > between.left && block.right < between.right,
    )
  );
}
