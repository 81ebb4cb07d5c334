// Without it Excel takes UTF-8 for the code page of its computer.
const BYTE_ORDER_MARK = '\ufeff';
// What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), in full width too.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text as a cell of CSV (RFC 4180), in quotes. A text that a spreadsheet would calculate has an apostrophe before it.
 * The one place that says which those are.
 */
export function csvText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Cells that are written already, as a row. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.join(',')}\r\n`;
}

/** The first row of a file, with the mark by which spreadsheets know UTF-8. */
export function csvHead(names: readonly string[]): string {
  return BYTE_ORDER_MARK + csvRow(names);
}
