import { describe, expect, it } from 'vitest';
import { findInkRuns } from './ink-runs.ts';
import { shapesOf } from './ink-shapes.ts';

describe('shapesOf', () => {
  it('tells the extent and the area of each shape', () => {
    const rows = ['#....', '##..#', '..#..'];
    const ink = Uint8Array.from(rows.join(''), (cell) => Number(cell === '#'));
    const shapes = [...shapesOf(findInkRuns({ width: 5, height: 3, ink })).values()];
    expect(shapes).toEqual([
      { left: 0, right: 3, top: 0, bottom: 3, area: 4 },
      { left: 4, right: 5, top: 1, bottom: 2, area: 1 },
    ]);
  });
});
