import { describe, expect, it } from 'vitest';
import { unionOf, wordBox } from './page-boxes.ts';
import type { LetterInk } from './read/letter-ink.ts';

const page = { width: 1_000, height: 500 };
const box = { centreX: 300, centreY: 100, width: 400, height: 40, angle: 0, coreHeight: 25 };
const image = { width: 480, height: 48 };
const level = { box, image };

function inkOf(...runs: { row: number; start: number; end: number }[]): LetterInk {
  return {
    count: runs.length,
    row: Int32Array.from(runs, ({ row }) => row),
    start: Int32Array.from(runs, ({ start }) => start),
    end: Int32Array.from(runs, ({ end }) => end),
  };
}

describe('wordBox', () => {
  it('holds the ink between its columns, and nothing of its neighbours', () => {
    const ink = inkOf(
      { row: 12, start: 12, end: 24 },
      { row: 35, start: 30, end: 60 },
      { row: 0, start: 200, end: 300 },
    );
    // A pixel of the image is 5/6 of one of the page.
    expect(wordBox(level, { start: 0, end: 120 }, ink, page)).toEqual([110, 90, 150, 110]);
    expect(wordBox(level, { start: 0, end: 36 }, ink, page)).toEqual([110, 90, 130, 110]);
  });

  it('takes the share of the line that the columns cover where there is no ink', () => {
    expect(wordBox(level, { start: 0, end: 240 }, inkOf(), page)).toEqual([100, 80, 300, 120]);
    expect(wordBox(level, { start: 360, end: 480 }, inkOf(), page)).toEqual([400, 80, 500, 120]);
  });

  it('stands upright around the ink of a tilted line, closer than around the tilted box', () => {
    const tilted = { box: { ...box, centreY: 250, angle: Math.PI / 6 }, image };
    // A level stroke through the middle of the line: 400 pixels long and 5/6 of a pixel thick.
    const ink = inkOf({ row: 24, start: 0, end: 480 });
    const [x0, y0, x1, y1] = wordBox(tilted, { start: 0, end: 480 }, ink, page);
    expect(Math.abs(x1 - x0 - 400 * Math.cos(Math.PI / 6))).toBeLessThan(2);
    expect(Math.abs(y1 - y0 - 400 * Math.sin(Math.PI / 6))).toBeLessThan(2);
  });

  it('never leaves the page', () => {
    const high = { box: { ...box, centreX: 100, centreY: 5 }, image };
    const [x0, y0] = wordBox(high, { start: 0, end: 480 }, inkOf(), page);
    expect([x0, y0]).toEqual([0, 0]);
  });

  it.each([
    ['is thinner than a pixel', level, inkOf({ row: 24, start: 10, end: 11 })],
    [
      'lies beyond the edge',
      { box: { ...box, centreX: 1_200 }, image },
      inkOf({ row: 24, start: 0, end: 9 }),
    ],
  ])('leaves one pixel at least of what %s', (_, line, ink) => {
    const [x0, y0, x1, y1] = wordBox(line, { start: 0, end: 480 }, ink, page);
    expect(Math.min(x1 - x0, y1 - y0)).toBeGreaterThanOrEqual(1);
    expect(x1).toBeLessThanOrEqual(page.width);
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
