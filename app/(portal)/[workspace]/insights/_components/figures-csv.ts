import type { Column, FigureTable } from './figure-table.ts';

// Without it Excel takes UTF-8 for the code page of its computer.
const BYTE_ORDER_MARK = '\ufeff';
// What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), in full width too.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** The figures as CSV (RFC 4180): dates as YYYY-MM-DD, shares in percent, empty where there is no figure. */
export function figuresCsv({ columns, rows }: FigureTable): string {
  const head = columns.map(({ label, format }) => textCell(format === 'percent' ? `${label} (%)` : label));
  const body = rows.map((row) => columns.map((column, index) => cellOf(row[index] ?? null, column)));
  return BYTE_ORDER_MARK + [head, ...body].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function cellOf(cell: string | number | null, { format }: Column): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(cell);
  return String(Number((format === 'percent' ? cell * 100 : cell).toFixed(4)));
}

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
