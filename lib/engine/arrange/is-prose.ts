import { median } from '../median.ts';
import type { Run } from './join-runs.ts';
import { onOneRow, widthOf } from './placed-line.ts';
import type { Block } from './stack-lines.ts';
import { cellsOf } from './table-cells.ts';

const MIN_LINES = 3;
const MIN_WORDS = 3;
// The lines of a narrow column hold few words, but the column is long.
const LONG = 6;
const MIN_WORDS_IF_LONG = 2;
const MIN_CHARACTERS = 14;
// Lines shorter than that, or mostly figures, are cells of a table or amounts rather than sentences.
const CELL_CHARACTERS = 13;
const CELL_FIGURES = 0.6;
// A block is a table's column if more of its lines than this have a cell beside them.
const MAX_ROWS_WITH_CELL = 0.35;
// In letter heights: wider than the spaces of justified text, so that most lines of prose have none.
const CELL_GAP = 2.5;
const MAX_ROWS_OF_CELLS = 0.5;
// Lines of prose fill their column, or at least share an edge.
const MIN_FILL = 0.55;
const MIN_ALIGNED = 0.6;
const EDGE_TOLERANCE = 1.2;

/** Whether a block is running text, to be read as a whole, rather than part of a table, form or receipt. */
export function isProse(block: Block, lines: readonly Run[]): boolean {
  if (block.lines.length < MIN_LINES) return false;
  if (typical(block, ({ text }) => text.length) < MIN_CHARACTERS) return false;
  const minWords = block.lines.length < LONG ? MIN_WORDS : MIN_WORDS_IF_LONG;
  if (typical(block, ({ text }) => text.split(' ').length) < minWords) return false;
  if (typical(block, widthOf) < MIN_FILL * widthOf(block) && !isAligned(block)) return false;
  const rowsOfCells = block.lines.filter((line) => cellsOf(line, CELL_GAP).length > 1);
  if (rowsOfCells.length > MAX_ROWS_OF_CELLS * block.lines.length) return false;
  const own = new Set(block.lines);
  const others = lines.filter((line) => !own.has(line));
  const rowsWithCell = block.lines.filter((line) => neighboursOf(line, others).some(isCell));
  return rowsWithCell.length <= MAX_ROWS_WITH_CELL * block.lines.length;
}

function typical({ lines }: Block, measure: (line: Run) => number): number {
  return median(lines.map(measure)) ?? 0;
}

function isAligned(block: Block): boolean {
  const tolerance = EDGE_TOLERANCE * typical(block, ({ height }) => height);
  const lefts = block.lines.map(({ left }) => left);
  const rights = block.lines.map(({ right }) => right);
  return Math.max(largestCluster(lefts, tolerance), largestCluster(rights, tolerance)) >= MIN_ALIGNED;
}

// The largest share of the values that lie near one of them.
function largestCluster(values: readonly number[], tolerance: number): number {
  const sizes = values.map((value) => values.filter((other) => Math.abs(other - value) < tolerance).length);
  return Math.max(...sizes) / values.length;
}

// What stands next to a line on its row, on either side.
function neighboursOf(line: Run, others: readonly Run[]): Run[] {
  const beside = others.filter((other) => onOneRow(line, other));
  const left = beside.filter(({ right }) => right <= line.left).sort((a, b) => b.right - a.right);
  const right = beside.filter((other) => other.left >= line.right).sort((a, b) => a.left - b.left);
  return [...left.slice(0, 1), ...right.slice(0, 1)];
}

function isCell({ text }: Run): boolean {
  const figures = text.replace(/[^0-9.,$€£%\-/ ]/g, '').length;
  return text.length < CELL_CHARACTERS || figures > CELL_FIGURES * text.length;
}
