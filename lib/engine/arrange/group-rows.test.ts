import { describe, expect, it } from 'vitest';
import { groupRows } from './group-rows.ts';
import { type PlacedLine, placeLine } from './placed-line.ts';
import type { Block } from './stack-lines.ts';

function line(text: string, left: number, middle: number): PlacedLine {
  return { text, left, right: left + 80, top: middle - 6, bottom: middle + 6, middle, height: 12 };
}

function prose(left: number, right: number, top: number, bottom: number): Block {
  return { lines: [], left, right, top, bottom };
}

function texts(lines: readonly PlacedLine[], blocks: readonly Block[] = []): string[] {
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
});

describe('placeLine', () => {
  it('brings the lines of a skewed page level', () => {
    const skew = 0.1;
    const at = (along: number) => ({
      centreX: along * Math.cos(skew),
      centreY: along * Math.sin(skew),
      width: 100,
      height: 30,
      angle: skew,
      coreHeight: 20,
    });
    const [first, second] = [placeLine('a', at(100), skew), placeLine('b', at(900), skew)];
    expect(first.middle).toBeCloseTo(second.middle);
    expect(second.left - first.left).toBeCloseTo(800);
    expect(first.bottom - first.top).toBeCloseTo(20);
  });
});
