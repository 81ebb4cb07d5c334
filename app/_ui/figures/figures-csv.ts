import { csvHead, csvRow, csvText } from '#lib/contracts/index.ts';
import type { Column, FigureTable } from './figure-table.ts';

/** The figures as CSV (RFC 4180): dates as YYYY-MM-DD, shares in percent, empty where there is no figure. */
export function figuresCsv({ columns, rows }: FigureTable): string {
  const head = columns.map(({ label, format }) => csvText(format === 'percent' ? `${label} (%)` : label));
  const body = rows.map((row) => columns.map((column, index) => cellOf(row[index] ?? null, column)));
  return csvHead(head) + body.map(csvRow).join('');
}

function cellOf(cell: string | number | null, { format }: Column): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return csvText(cell);
  return String(Number((format === 'percent' ? cell * 100 : cell).toFixed(4)));
}
