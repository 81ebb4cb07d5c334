import { describe, expect, it } from 'vitest';
import type { Run } from './join-runs.ts';
import { readingOrder } from './reading-order.ts';

/** A line of 12-pixel letters, 7 pixels wide each unless a width is given. */
function line(text: string, left: number, middle: number, width = text.length * 7): Run {
  return {
    text,
    left,
    right: left + width,
    top: middle - 6,
    bottom: middle + 6,
    middle,
    height: 12,
    lines: [],
  };
}

function rowsOf(runs: readonly Run[]): Run[][] {
  const sorted = [...runs].sort((a, b) => a.middle - b.middle);
  return readingOrder(sorted, []).flatMap(({ rows }) => rows);
}

function textOf(lines: readonly Run[]): string[] {
  return rowsOf(lines).map((row) => row.map(({ text }) => text).join(' | '));
}

/** A column of prose: lines of like length, 18 pixels apart. */
function column(name: string, left: number, top: number, count: number): Run[] {
  return Array.from({ length: count }, (_, index) =>
    line(`${name} ${index} runs on with many words to its end`, left, top + index * 18, 300),
  );
}

function columnText(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name} ${index} runs on with many words to its end`);
}

describe('readingOrder', () => {
  it('reads a receipt row by row, the amount beside its item', () => {
    const receipt = [
      line('12.50', 400, 101),
      line('Envelopes, box of 100', 20, 100),
      line('3.20', 400, 119),
      line('Pencils', 20, 120),
      line('Total', 20, 160),
      line('15.70', 400, 159),
    ];
    expect(textOf(receipt)).toEqual(['Envelopes, box of 100 | 12.50', 'Pencils | 3.20', 'Total | 15.70']);
  });

  it('reads two columns of prose one after the other', () => {
    const lines = [...column('left', 20, 100, 6), ...column('right', 360, 103, 6)];
    expect(textOf(lines)).toEqual([...columnText('left', 6), ...columnText('right', 6)]);
  });

  it('reads a heading across both columns first, and what stands below both last', () => {
    const heading = line('A heading that stretches over the whole width of the page', 20, 60, 640);
    const ending = line('A closing line that stretches over the whole page as well', 20, 260, 640);
    const columns = [...column('left', 20, 100, 6), ...column('right', 360, 100, 6)];
    expect(textOf([...columns, ending, heading])).toEqual([
      heading.text,
      ...columnText('left', 6),
      ...columnText('right', 6),
      ending.text,
    ]);
  });

  it('keeps a table of figures in rows although its columns are aligned', () => {
    const rows = Array.from({ length: 5 }, (_, index) => [
      line(`Paper for the printer number ${index}`, 20, 100 + index * 18),
      line(`${index}`, 320, 100 + index * 18),
      line(`${index}4.50`, 400, 100 + index * 18),
    ]);
    expect(textOf(rows.flat())).toEqual(rows.map((row) => row.map(({ text }) => text).join(' | ')));
  });

  it('gives every line exactly once', () => {
    const lines = [
      ...column('left', 20, 100, 7),
      ...column('right', 360, 95, 4),
      line('7', 330, 400),
      line('x', 5, 5),
    ];
    const read = rowsOf(lines).flat();
    expect(read).toHaveLength(lines.length);
    expect(new Set(read)).toEqual(new Set(lines));
  });

  it('reads nothing from an empty page', () => {
    expect(rowsOf([])).toEqual([]);
  });
});
