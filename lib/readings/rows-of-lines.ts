import type { PageLine } from './read-page.ts';

/** Lines in reading order that stand side by side, row by row. */
export function rowsOfLines(lines: readonly PageLine[]): PageLine[][] {
  const rows: PageLine[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row && before && isBeside(before, line)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

function isBeside({ box: before }: PageLine, { box }: PageLine): boolean {
  const shared = Math.min(before[3], box[3]) - Math.max(before[1], box[1]);
  return box[0] >= before[0] && shared > 0.5 * Math.min(before[3] - before[1], box[3] - box[1]);
}
