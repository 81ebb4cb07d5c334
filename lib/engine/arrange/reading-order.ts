import { groupRows, type Row } from './group-rows.ts';
import { isProse } from './is-prose.ts';
import { orderUnits, type Unit } from './order-units.ts';
import type { PlacedLine } from './placed-line.ts';
import { type Block, stackLines } from './stack-lines.ts';

/**
 * The rows of a page in reading order, each from left to right. Columns of prose are kept whole; everything
 * else (tables, forms, receipts) is read row by row.
 */
export function readingOrder(lines: readonly PlacedLine[]): PlacedLine[][] {
  const sorted = [...lines].sort((a, b) => a.middle - b.middle);
  const prose = stackLines(sorted).filter((block) => isProse(block, sorted));
  const inProse = new Set(prose.flatMap((block) => block.lines));
  const others = sorted.filter((line) => !inProse.has(line));
  const units = [...prose.map(unitOfBlock), ...groupRows(others, prose).map(unitOfRow)];
  const ordered = prose.length > 0 ? orderUnits(units) : units.sort(fromTopToBottom);
  return ordered.flatMap((unit) => unit.rows);
}

function unitOfBlock({ lines, left, right, top, bottom }: Block): Unit {
  return { rows: lines.map((line) => [line]), left, right, top, bottom };
}

function unitOfRow({ lines, top, bottom }: Row): Unit {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  return { rows: [lines], left, right, top, bottom };
}

function fromTopToBottom(a: Unit, b: Unit): number {
  return a.top + a.bottom - b.top - b.bottom;
}
