import type { PlacedLine, Span } from './placed-line.ts';
import type { Block } from './stack-lines.ts';

/** Lines side by side, from left to right. */
export type Row = { lines: PlacedLine[]; top: number; bottom: number };

/** The space between two columns of prose. */
type Gutter = { x: number; top: number; bottom: number };

const SLACK = 4;
// A heading above or below two columns belongs to one of them within three letter heights.
const GUTTER_REACH = 3;
// Rows sorted from top to bottom: a line's row is among the last ones begun.
const ROWS_TO_TRY = 14;

/**
 * Groups lines that are no prose into rows, but never across the gutter between two columns of prose or
 * across a column.
 */
export function groupRows(lines: readonly PlacedLine[], prose: readonly Block[]): Row[] {
  const gutters = guttersBetween(prose);
  const rows: Row[] = [];
  for (const line of lines) {
    const row = bestRow(line, rows.slice(-ROWS_TO_TRY), (other) => isParted(line, other, gutters, prose));
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

function bestRow(
  line: PlacedLine,
  rows: readonly Row[],
  isApart: (other: PlacedLine) => boolean,
): Row | null {
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

function guttersBetween(prose: readonly Block[]): Gutter[] {
  return prose.flatMap((left) =>
    prose
      .filter((right) => left.right < right.left + SLACK)
      .filter((right) => Math.min(left.bottom, right.bottom) > Math.max(left.top, right.top))
      .map((right) => ({
        x: (left.right + right.left) / 2,
        top: Math.min(left.top, right.top),
        bottom: Math.max(left.bottom, right.bottom),
      })),
  );
}

function isParted(
  line: PlacedLine,
  other: PlacedLine,
  gutters: readonly Gutter[],
  prose: readonly Block[],
): boolean {
  const between: Span = {
    left: Math.min(line.right, other.right) - SLACK,
    right: Math.max(line.left, other.left) + SLACK,
  };
  const reach = GUTTER_REACH * other.height;
  return (
    gutters.some(
      ({ x, top, bottom }) =>
        x > between.left && x < between.right && top - reach < other.middle && bottom + reach > other.middle,
    ) ||
    prose.some(
      ({ left, right, top, bottom }) =>
        top < other.middle && bottom > other.middle && left > between.left && right < between.right,
    )
  );
}
