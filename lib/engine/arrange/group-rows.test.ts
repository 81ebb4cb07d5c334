import { describe, expect, it } from 'vitest';
import { groupRows } from './group-rows.ts';
import type { Run } from './join-runs.ts';
import type { Block } from './stack-lines.ts';

function line(text: string, left: number, middle: number): Run {
  return { text, left, right: left + 80, top: middle - 6, bottom: middle + 6, middle, height: 12, lines: [] };
}

function prose(left: number, right: number, top: number, bottom: number): Block {
  return { lines: [line('prose', left, top)], left, right, top, bottom };
}

function texts(lines: readonly Run[], blocks: readonly Block[] = []): string[] {
  return groupRows(lines, blocks).map((row) => row.lines.map(({ text }) => text).join(' '));
}

describe('groupRows', () => {
  it('puts lines side by side into one row, from left to right', () => {
    expect(texts([line('b', 200, 99), line('a', 0, 100), line('c', 400, 102)])).toEqual(['a b c']);
  });

  it('keeps rows apart that overlap by less than half', () => {
    expect(texts([line('a', 0, 100), line('b', 200, 108)])).toEqual(['a', 'b']);
  });

  it('never groups across a column of prose or the gutter between two', () => {
    const sides = [line('a', 0, 100), line('b', 500, 100)];
    expect(texts(sides, [prose(100, 450, 50, 300)])).toEqual(['a', 'b']);
    expect(texts(sides, [prose(0, 200, 110, 300), prose(300, 600, 110, 300)])).toEqual(['a', 'b']);
    expect(texts(sides, [prose(0, 200, 400, 500), prose(300, 600, 400, 500)])).toEqual(['a b']);
  });

  it('never groups across a gutter that has prose at both sides, however far the prose is', () => {
    const sides = [line('a', 0, 100), line('b', 500, 100)];
    const columns = [prose(0, 295, 400, 500), prose(320, 600, 400, 500)];
    const gutter = { left: 300, right: 318, top: 80, bottom: 500 };
    expect(groupRows(sides, columns, [gutter])).toHaveLength(2);
    expect(groupRows(sides, columns.slice(1), [gutter])).toHaveLength(1);
  });
});
