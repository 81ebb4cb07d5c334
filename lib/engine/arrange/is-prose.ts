import { median } from '../median.ts';
import { onOneRow, type PlacedLine, widthOf } from './placed-line.ts';
import type { Block } from './stack-lines.ts';

const MIN_LINES = 3;
const MIN_WORDS = 3;
const MIN_CHARACTERS = 14;
// Lines shorter than that, or mostly figures, are cells of a table or amounts rather than sentences.
const CELL_CHARACTERS = 13;
const CELL_FIGURES = 0.6;
// A block is a table's column if more of its lines than this have a cell beside them.
const MAX_ROWS_WITH_CELL = 0.35;
// Lines of prose fill their column, or at least share an edge.
const MIN_FILL = 0.55;
const MIN_ALIGNED = 0.6;
const EDGE_TOLERANCE = 1.2;

/** Whether a block is running text, to be read as a whole, rather than part of a table, form or receipt. */
export function isProse(block: Block, lines: readonly PlacedLine[]): boolean {
  if (block.lines.length < MIN_LINES) return false;
  if (typical(block, ({ text }) => text.length) < MIN_CHARACTERS) return false;
  if (typical(block, ({ text }) => text.split(' ').length) < MIN_WORDS) return false;
  if (typical(block, widthOf) < MIN_FILL * widthOf(block) && !isAligned(block)) return false;
  const own = new Set(block.lines);
  const rowsWithCell = block.lines.filter((line) =>
    lines.some((other) => !own.has(other) && onOneRow(line, other) && isCell(other.text)),
  );
  return rowsWithCell.length <= MAX_ROWS_WITH_CELL * block.lines.length;
}

function typical({ lines }: Block, measure: (line: PlacedLine) => number): number {
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

function isCell(text: string): boolean {
  const figures = text.replace(/[^0-9.,$€£%\-/ ]/g, '').length;
  return text.length < CELL_CHARACTERS || figures > CELL_FIGURES * text.length;
}
