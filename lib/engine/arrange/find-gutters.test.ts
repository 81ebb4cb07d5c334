import { describe, expect, it } from 'vitest';
import { makeColumnPage, makeFoundLine } from '#lib/testing/column-pages.ts';
import { findGutters } from './find-gutters.ts';
import { placeLine } from './placed-line.ts';

type Found = ReturnType<typeof makeFoundLine>;

function gutters(found: readonly Found[]) {
  const lines = found.map(({ line, box }) => placeLine(line, box, 0)).sort((a, b) => a.middle - b.middle);
  return findGutters(lines);
}

describe('findGutters', () => {
  it.each([1, 2, 3, 4, 5])('finds the gutters of %i columns, from their top to their bottom', (columns) => {
    for (const merged of [0, 0.2]) {
      const found = gutters(makeColumnPage({ seed: 3, columns, merged }).page.lines);
      expect(found).toHaveLength(columns - 1);
      for (const { left, right, top, bottom } of found) {
        expect(right - left).toBeGreaterThan(45);
        expect(top).toBeLessThan(300);
        expect(bottom).toBeGreaterThan(1_650);
      }
    }
  });

  it.each([
    ['justified text', { justified: true }],
    ['a typewriter', { space: 1.3 }],
  ])('takes the spaces of %s for what they are', (_, options) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      expect(gutters(makeColumnPage({ seed, columns: 1, ...options }).page.lines)).toEqual([]);
    }
  });

  it('ends a gutter where a line runs across it', () => {
    const column = (left: number, top: number) =>
      Array.from({ length: 6 }, (_, row) => makeFoundLine('some words of text', left, top + 40 * row));
    const across = makeFoundLine('a heading that runs on across the gutter of both of the columns', 100, 400);
    const found = gutters([
      ...column(100, 100),
      ...column(500, 100),
      across,
      ...column(100, 500),
      ...column(500, 500),
    ]);
    expect(found.map(({ top, bottom }) => [top, bottom])).toEqual([
      [90, 310],
      [490, 710],
    ]);
  });

  it('takes no gap between the marks of a list and its items for a gutter', () => {
    const items = Array.from({ length: 8 }, (_, row) => [
      makeFoundLine(`${row + 1}.`, 100, 100 + 40 * row),
      makeFoundLine('an item of the list', 180, 100 + 40 * row),
    ]);
    expect(gutters(items.flat())).toEqual([]);
  });
});
