/** A table of Markdown that can be read as it is: the columns are aligned. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) => tableLine(widths.map((width, column) => (row[column] ?? '').padEnd(width))));
  const rule = tableLine(widths.map((width) => '-'.repeat(width)));
  return lines.toSpliced(1, 0, rule).join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
