import { describe, expect, it } from 'vitest';
import { unionOf, wordBox } from './page-boxes.ts';

const page = { width: 1_000, height: 500 };
const line = { centreX: 300, centreY: 100, width: 400, height: 40, angle: 0, coreHeight: 25 };

describe('wordBox', () => {
  it('takes the share of the line that the columns cover', () => {
    expect(wordBox(line, { start: 0, end: 240 }, 480, page)).toEqual([100, 80, 300, 120]);
    expect(wordBox(line, { start: 360, end: 480 }, 480, page)).toEqual([400, 80, 500, 120]);
  });

  it('stands upright around a word on a tilted line', () => {
    const [x0, y0, x1, y1] = wordBox(
      { ...line, centreY: 250, angle: Math.PI / 6 },
      { start: 0, end: 480 },
      480,
      page,
    );
    expect(x1 - x0).toBeCloseTo(400 * Math.cos(Math.PI / 6) + 40 * Math.sin(Math.PI / 6), -1);
    expect(y1 - y0).toBeCloseTo(400 * Math.sin(Math.PI / 6) + 40 * Math.cos(Math.PI / 6), -1);
  });

  it('never leaves the page', () => {
    const [x0, y0] = wordBox({ ...line, centreX: 100, centreY: 5 }, { start: 0, end: 480 }, 480, page);
    expect([x0, y0]).toEqual([0, 0]);
  });
});

describe('unionOf', () => {
  it('holds all the boxes', () => {
    expect(
      unionOf([
        [10, 20, 30, 40],
        [5, 25, 20, 60],
      ]),
    ).toEqual([5, 20, 30, 60]);
  });
});
