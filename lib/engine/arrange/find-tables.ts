import type { Span } from './placed-line.ts';
import { type Cell, cellsOf, columnsFilled, isNext, withRow } from './table-cells.ts';
import type { TextRow } from './text-row.ts';

/** The rows from the first up to, but without, the end stand in columns. */
export type FoundTable = Extent & { cells: Cell[][] };

type Extent = { first: number; end: number; columns: Span[] };

type Choice = { worth: number; from: number; table: Extent | null };
type Candidate = { worth: number; table: Extent };

// A row is worth its cells beyond the first. What a table costs keeps two like rows from becoming one.
const TABLE_COST = 2;
const SINGLE_CELL_COST = 0.5;
// More rows with a single cell than that are text between two tables.
const MAX_SINGLE_CELLS = 2;
// In letter heights, from the middle of a row to the middle of the next.
const MAX_STEP = 4.5;
// Two rows of two cells are as likely two addresses side by side.
const MIN_ROWS = 2;
const MIN_ROWS_OF_TWO = 3;

/**
 * Parts rows into tables and what is none so that they keep as many cells as possible: a row that would run
 * columns of its neighbours together is left out, or begins a table of its own. `minGap`, in letter heights, is
 * what lies at least between two cells.
 */
export function findTables(rows: readonly TextRow[], minGap: number): FoundTable[] {
  const cells = rows.map((row) => (row.isProse ? [] : cellsOf(row, minGap)));
  const candidates = Map.groupBy(
    rows.flatMap((_, first) => tablesFrom(first, rows, cells)),
    ({ table }) => table.end,
  );
  const best: Choice[] = [{ worth: 0, from: 0, table: null }];
  for (let end = 1; end <= rows.length; end++) {
    let choice: Choice = { worth: best[end - 1]?.worth ?? 0, from: end - 1, table: null };
    for (const { worth, table } of candidates.get(end) ?? []) {
      const total = (best[table.first]?.worth ?? 0) + worth - TABLE_COST;
      if (total > choice.worth) choice = { worth: total, from: table.first, table };
    }
    best.push(choice);
  }
  const chosen: FoundTable[] = [];
  for (let choice = best[rows.length]; choice && choice !== best[0]; choice = best[choice.from]) {
    const { table } = choice;
    if (table) chosen.unshift({ ...table, cells: cells.slice(table.first, table.end) });
  }
  return chosen;
}

// All tables that begin with a row, shorter ones first.
function tablesFrom(first: number, rows: readonly TextRow[], cells: readonly Cell[][]): Candidate[] {
  const found: Candidate[] = [];
  let columns: Span[] = [];
  let worth = 0;
  let singles = 0;
  let filled = 0;
  for (let at = first; at < rows.length; at++) {
    const row = cells[at] ?? [];
    const [before, here] = [rows[at - 1], rows[at]];
    if (row.length === 0 || (at > first && before && here && !isNext(before, here, MAX_STEP))) break;
    if (row.length === 1) {
      singles++;
      worth -= SINGLE_CELL_COST;
      if (at === first || singles > MAX_SINGLE_CELLS) break;
      continue;
    }
    singles = 0;
    filled++;
    const widened = withRow(columns, row);
    if (widened.length < 2) break;
    const end = at + 1;
    const isPlain = widened.length === columns.length;
    worth = isPlain ? worth + columnsFilled(row, widened) - 1 : worthOf(cells.slice(first, end), widened);
    columns = widened;
    if (filled < (columns.length > 2 ? MIN_ROWS : MIN_ROWS_OF_TWO)) continue;
    found.push({ worth, table: { first, end, columns } });
  }
  return found;
}

function worthOf(rows: readonly Cell[][], columns: readonly Span[]): number {
  const worths = rows.map((row) => (row.length > 1 ? columnsFilled(row, columns) - 1 : -SINGLE_CELL_COST));
  return worths.reduce((sum, worth) => sum + worth, 0);
}
