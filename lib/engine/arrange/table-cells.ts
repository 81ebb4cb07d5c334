import type { Line, Word } from '../page-reading.ts';
import { overlap, type PlacedLine, type Span } from './placed-line.ts';
import type { TextRow } from './text-row.ts';

/** Words of one row that no wide gap parts, each with the line it is part of. */
export type Cell = Span & { words: { word: Word; line: Line }[] };

/** The cells of a row, from left to right. `minGap` in letter heights. */
export function cellsOf(
  { lines, height }: { lines: readonly PlacedLine[]; height: number },
  minGap: number,
): Cell[] {
  const cells: Cell[] = [];
  const placed = lines.flatMap(({ line, words }) => words.map((word) => ({ ...word, line })));
  for (const { left, right, word, line } of placed.sort((a, b) => a.left - b.left)) {
    const cell = cells.at(-1);
    if (cell && left - cell.right < minGap * height) {
      cell.words.push({ word, line });
      cell.right = Math.max(cell.right, right);
    } else {
      cells.push({ left, right, words: [{ word, line }] });
    }
  }
  return cells;
}

/** The columns, from left to right, after one more row: cells that stand above each other share one. */
export function withRow(columns: readonly Span[], cells: readonly Cell[]): Span[] {
  const spans = [...columns, ...cells].sort((a, b) => a.left - b.left);
  const merged: Span[] = [];
  for (const { left, right } of spans) {
    const last = merged.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else merged.push({ left, right });
  }
  return merged;
}

/** The first and the last of the columns that a cell covers; next to one when it lies between two. */
export function columnsUnder(cell: Span, columns: readonly Span[]): { first: number; last: number } {
  const covered = columns.flatMap((column, index) => (overlap(cell, column) > 0 ? [index] : []));
  const [first] = covered;
  const last = covered.at(-1);
  if (first !== undefined && last !== undefined) return { first, last };
  const before = Math.max(
    0,
    columns.findLastIndex((column) => column.left <= cell.left),
  );
  return { first: before, last: before };
}

/** How many of the columns the cells of a row stand in, each cell in one. */
export function columnsFilled(row: readonly Cell[], columns: readonly Span[]): number {
  const found = new Set<Span>();
  let at = 0;
  for (const { left } of row) {
    while ((columns[at]?.right ?? Infinity) <= left) at++;
    const column = columns[at];
    if (column) found.add(column);
  }
  return found.size;
}

/** Whether rows are near enough to each other for one table. */
export function isNext(row: TextRow, next: TextRow, maxStep: number): boolean {
  return next.middle - row.middle <= maxStep * Math.max(row.height, next.height) && next.middle > row.middle;
}
