import type { SetFigures } from './measure-set.ts';
import type { Summary } from './summarise.ts';

const HEADINGS = [
  'set',
  'pages',
  'engine',
  'F1 median',
  'F1 mean',
  'CER median',
  'CER mean',
  'CPU s median',
  'CPU s mean',
  'CPU ratio',
];

/**
 * The figures as a table to read in a terminal or paste into Markdown. The ratio is our median processor time
 * over Tesseract's.
 */
export function resultTable(sets: readonly SetFigures[]): string {
  const rows = [HEADINGS, ...sets.flatMap(rowsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => tableLine(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  const rule = tableLine(widths.map((width) => '-'.repeat(width)));
  return lines.toSpliced(1, 0, rule).join('\n');
}

function rowsOf({ name, pages, lectern, tesseract }: SetFigures): string[][] {
  const ratio = tesseract && lectern.cpuSeconds.median / tesseract.cpuSeconds.median;
  const ours = [name, String(pages.length), 'Lectern', ...cellsOf(lectern), ratio?.toFixed(2) ?? ''];
  return tesseract ? [ours, ['', '', 'Tesseract', ...cellsOf(tesseract), '']] : [ours];
}

function cellsOf({ wordF1, cer, cpuSeconds }: Summary): string[] {
  return [
    wordF1.median.toFixed(3),
    wordF1.mean.toFixed(3),
    cer.median.toFixed(4),
    cer.mean.toFixed(4),
    cpuSeconds.median.toFixed(2),
    cpuSeconds.mean.toFixed(2),
  ];
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
