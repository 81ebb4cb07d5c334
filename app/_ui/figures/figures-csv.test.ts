import { expect, it } from 'vitest';
import { cellInWords, cellOnAxis } from './figure-table.ts';
import { figuresCsv } from './figures-csv.ts';

it('writes what the table shows, and nothing that a spreadsheet would calculate', () => {
  const csv = figuresCsv({
    columns: [
      { label: 'Tag', format: 'text' },
      { label: 'Pages', format: 'count' },
      { label: 'Characters wrong', format: 'percent' },
    ],
    rows: [
      ['=1+1', 12, 0.012345678],
      ['a "b"', 0, null],
    ],
  });
  expect(csv).toBe('\ufeff"Tag","Pages","Characters wrong (%)"\r\n"\'=1+1",12,1.2346\r\n"a ""b""",0,\r\n');
});

it('says figures as people read them, and “–” where there is none', () => {
  expect(cellInWords(0.01234, 'percent')).toBe('1.23 %');
  expect(cellInWords(0.98765, 'percent')).toBe('98.8 %');
  expect(cellInWords(12_345, 'count')).toBe('12,345');
  expect(cellInWords(null, 'count')).toBe('–');
  expect(cellInWords('2026-11-16', 'day')).toBe('16 Nov 2026');
  expect(cellOnAxis('2026-11-16', 'day')).toBe('16 Nov');
  expect(cellOnAxis('2026-11-01', 'month')).toBe('Nov 2026');
});
