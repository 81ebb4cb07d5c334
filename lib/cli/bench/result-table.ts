import { markdownTable } from './markdown-table.ts';
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

type Compared = Pick<SetFigures, 'name' | 'pages' | 'lectern' | 'tesseract'>;

/** Accuracy and cost of both engines. The ratio is our median processor time over Tesseract's. */
export function resultTable(sets: readonly Compared[]): string {
  return markdownTable(HEADINGS, sets.flatMap(rowsOf));
}

function rowsOf({ name, pages, lectern, tesseract }: Compared): string[][] {
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
