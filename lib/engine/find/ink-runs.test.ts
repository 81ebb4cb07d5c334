import { describe, expect, it } from 'vitest';
import { findInkRuns, type Mask } from './ink-runs.ts';

function mask(...rows: string[]): Mask {
  const ink = Uint8Array.from(rows.join(''), (cell) => (cell === '#' ? 1 : 0));
  return { width: rows[0]?.length ?? 0, height: rows.length, ink };
}

function componentsOf(runs: ReturnType<typeof findInkRuns>): number {
  return new Set(runs.component).size;
}

describe('findInkRuns', () => {
  it('finds the runs of each row, up to the edges', () => {
    const { row, start, end } = findInkRuns(mask('##.#', '....', '####'));
    expect([[...row], [...start], [...end]]).toEqual([
      [0, 0, 2],
      [0, 3, 0],
      [2, 4, 4],
    ]);
  });

  it('keeps runs of different rows apart when a row ends and the next begins with ink', () => {
    expect(findInkRuns(mask('..#', '#..')).count).toBe(2);
  });

  it('takes shapes that touch by a corner as one', () => {
    expect(componentsOf(findInkRuns(mask('#..', '.#.', '..#')))).toBe(1);
  });

  it('joins two arms that meet only further down', () => {
    expect(componentsOf(findInkRuns(mask('#...#', '#...#', '#####')))).toBe(1);
    expect(componentsOf(findInkRuns(mask('#.#.#', '#.#.#', '###.#')))).toBe(2);
  });

  it('keeps apart what does not touch', () => {
    expect(componentsOf(findInkRuns(mask('#.#', '...', '#.#')))).toBe(4);
  });

  it('finds nothing on an empty page', () => {
    expect(findInkRuns(mask('...', '...'))).toMatchObject({ count: 0, component: new Int32Array() });
  });

  it('has room for a page of nothing but dots, none of which touch', () => {
    const dots = '#.'.repeat(50);
    const runs = findInkRuns(mask(...Array.from({ length: 99 }, (_, y) => (y % 2 ? '.'.repeat(100) : dots))));
    expect(runs.count).toBe(50 * 50);
    expect(componentsOf(runs)).toBe(50 * 50);
    expect(runs.row.at(-1)).toBe(98);
  });
});
