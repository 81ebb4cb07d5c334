/** What the cells of a column are: `percent` is a share of 1, `day` and `month` are dates as YYYY-MM-DD. */
type Format = 'text' | 'day' | 'month' | 'count' | 'percent' | 'decimal';
type Cell = string | number | null;

export type Column = { label: string; format: Format };

/** The figures of a chart. The chart, the table behind it and the file to download all show these. */
export type FigureTable = { columns: readonly Column[]; rows: readonly (readonly Cell[])[] };

const dates = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};
const shortDates = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

/** A cell as people read it; “–” where there is no figure. */
export function cellInWords(cell: Cell, format: Format): string {
  if (cell === null) return '–';
  if (format === 'day' || format === 'month') return dates[format].format(new Date(cell));
  if (typeof cell === 'string') return cell;
  if (format === 'percent') return percentInWords(cell);
  return cell.toLocaleString('en', { maximumFractionDigits: format === 'decimal' ? 1 : 0 });
}

/** The same, as short as an axis wants it. */
export function cellOnAxis(cell: Cell, format: Format): string {
  if (cell !== null && (format === 'day' || format === 'month'))
    return shortDates[format].format(new Date(cell));
  return cellInWords(cell, format);
}

export function percentInWords(share: number | null): string {
  if (share === null) return '–';
  return `${(share * 100).toLocaleString('en', { maximumFractionDigits: share < 0.1 ? 2 : 1 })} %`;
}
