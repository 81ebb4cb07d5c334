import { describe, expect, it } from 'vitest';
import { resultTable } from './result-table.ts';
import { summarise } from './summarise.ts';

const ours = { wordF1: 0.98765, cer: 0.00123, cpuSeconds: 0.5 };
const theirs = { wordF1: 0.7, cer: 0.2, cpuSeconds: 2 };

describe('resultTable', () => {
  it('sets our figures beside those of Tesseract, with the ratio of the processor times', () => {
    const pages = [{ file: 'a.png', lectern: ours, tesseract: theirs }];
    const set = { name: 'letters', pages, lectern: summarise([ours]), tesseract: summarise([theirs]) };
    const [, , first, second] = resultTable([set]).split('\n').map(cells);
    expect(first).toEqual([
      'letters',
      '1',
      'Lectern',
      '0.988',
      '0.988',
      '0.0012',
      '0.0012',
      '0.50',
      '0.50',
      '0.25',
    ]);
    expect(second).toEqual(['', '', 'Tesseract', '0.700', '0.700', '0.2000', '0.2000', '2.00', '2.00', '']);
  });

  it('shows no figures of Tesseract, and no ratio, when it was not there', () => {
    const pages = [{ file: 'a.png', lectern: ours, tesseract: null }];
    const table = resultTable([{ name: 'letters', pages, lectern: summarise([ours]), tesseract: null }]);
    expect(table.split('\n')).toHaveLength(3);
    expect(table).not.toContain('Tesseract');
    expect(cells(table.split('\n')[2] ?? '').at(-1)).toBe('');
  });
});

function cells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
