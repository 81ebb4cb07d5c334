import { describe, expect, it } from 'vitest';
import { makeFoundLine } from '#lib/testing/column-pages.ts';
import { findTables } from './find-tables.ts';
import { runOf } from './join-runs.ts';
import { placeLine } from './placed-line.ts';
import type { TextRow } from './text-row.ts';

const LEFTS = [100, 600, 900, 1_200];

/** Rows of cells; an empty text leaves its column empty. */
function rowsOf(texts: readonly (readonly string[])[], lefts = LEFTS): TextRow[] {
  return texts.map((cells, row) => {
    const lines = cells.flatMap((text, column) => {
      if (text === '') return [];
      const { line, box } = makeFoundLine(text, lefts[column] ?? 0, 100 + 40 * row);
      return [placeLine(line, box, 0)];
    });
    return { ...runOf(lines), isProse: false };
  });
}

function extents(rows: readonly TextRow[]): [first: number, end: number, columns: number][] {
  return findTables(rows, 1).map(({ first, end, columns }) => [first, end, columns.length]);
}

describe('findTables', () => {
  const items = [
    ['Item', 'Number', 'Price'],
    ['Paper', '12', '48.00'],
    ['Ink', '', '7.50'],
  ];

  it('takes rows that stand in columns, with or without something in each', () => {
    expect(extents(rowsOf(items))).toEqual([[0, 3, 3]]);
  });

  it('leaves text above and below alone', () => {
    const rows = rowsOf([['What was sold'], ...items, ['Thank you for your visit'], ['Come again']]);
    expect(extents(rows)).toEqual([[1, 4, 3]]);
  });

  it('keeps the second row of a cell within the table', () => {
    const rows = rowsOf([...items, ['Envelopes', '3', '2.70'], ['for letters'], ['Pencils', '9', '6.10']]);
    expect(extents(rows)).toEqual([[0, 6, 3]]);
  });

  it('parts two tables when the columns of one would run those of the other together', () => {
    const sender = ['Larkspur Stationery', 'Wexcombe', 'England'];
    const address = rowsOf(
      sender.map((text) => [text, 'Invoice of 1931, by rail']),
      [100, 650],
    );
    const rows = rowsOf([...items, ...items]).map((row) => ({ ...row, middle: row.middle + 120 }));
    expect(extents([...address, ...rows])).toEqual([
      [0, 3, 2],
      [3, 9, 3],
    ]);
  });

  it('takes neither two rows of two cells nor gaps at different places for a table', () => {
    expect(
      extents(
        rowsOf([
          ['Paper', '12'],
          ['Ink', '7'],
        ]),
      ),
    ).toEqual([]);
    const form = ['Name: Anna', 'Address: 14 Harbour Street', 'Paid'].flatMap((label, row) =>
      rowsOf([[label, 'at 14:52']], [100, 150 + 18 * label.length]).map((one) => ({
        ...one,
        middle: 100 + 40 * row,
      })),
    );
    expect(extents(form)).toEqual([]);
  });

  it('takes no part of running text', () => {
    expect(extents(rowsOf(items).map((row) => ({ ...row, isProse: true })))).toEqual([]);
  });
});
