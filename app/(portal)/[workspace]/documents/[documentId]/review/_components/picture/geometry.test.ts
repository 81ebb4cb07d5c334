import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxInFrame,
  fittingZoom,
  MARGIN,
  pointOnPage,
  settled,
  sheetSize,
  showing,
  type Turn,
  turnedSize,
  type View,
  zoomedAt,
} from './geometry.ts';

const frame = { width: 800, height: 600 };
const page = { width: 2_480, height: 3_508 };
const sheet = sheetSize(page);
const turns: Turn[] = [0, 90, 180, 270];
const views = fc.record<View>({
  x: fc.integer({ min: -2_000, max: 500 }),
  y: fc.integer({ min: -2_000, max: 500 }),
  zoom: fc.double({ min: 0.25, max: 8, noNaN: true }),
  turn: fc.constantFrom(...turns),
});
const points = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });

describe('the sheet', () => {
  it('of an A4 page is at 100 % as large as on paper', () => {
    expect(sheet.width).toBeCloseTo(794, 0);
    expect(sheet.height).toBeCloseTo(1_123, 0);
  });

  it.each(turns)('fits into its frame when turned by %i degrees', (turn) => {
    const { width, height } = turnedSize(sheet, turn);
    const whole = fittingZoom('page', frame, sheet, turn);
    expect(width * whole).toBeLessThanOrEqual(800 - 2 * MARGIN + 1e-6);
    expect(height * whole).toBeLessThanOrEqual(600 - 2 * MARGIN + 1e-6);
    expect(width * fittingZoom('width', frame, sheet, turn)).toBeCloseTo(800 - 2 * MARGIN);
  });

  it('leaves no emptiness in a frame that it can fill, and lies at the top of one it cannot', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { x, y, zoom, turn } = settled(view, frame, sheet);
        const { width, height } = turnedSize(sheet, turn);
        for (const [start, length, room, atRest] of [
          [x, width * zoom, 800, (800 - width * zoom) / 2],
          [y, height * zoom, 600, MARGIN],
        ] as const) {
          if (length + 2 * MARGIN <= room) expect(start).toBeCloseTo(atRest);
          else {
            expect(start).toBeLessThanOrEqual(MARGIN);
            expect(start + length).toBeGreaterThanOrEqual(room - MARGIN - 1e-6);
          }
        }
      }),
    );
  });
});

describe('a point of the page', () => {
  it('stays where it is when the view is zoomed there', () => {
    fc.assert(
      fc.property(views, points, fc.double({ min: 0.25, max: 8, noNaN: true }), (view, at, zoom) => {
        const before = pointOnPage(at, view, sheet, page);
        const after = pointOnPage(at, zoomedAt(view, at, zoom), sheet, page);
        expect(after.x).toBeCloseTo(before.x, 4);
        expect(after.y).toBeCloseTo(before.y, 4);
      }),
    );
  });

  it('is found again from where it lies in the frame, however the view is turned', () => {
    fc.assert(
      fc.property(views, points, (view, at) => {
        const { x, y } = pointOnPage(at, view, sheet, page);
        const [left, top, right, bottom] = boxInFrame([x, y, x, y], view, sheet, page);
        expect([left, top]).toEqual([expect.closeTo(at.x, 4), expect.closeTo(at.y, 4)]);
        expect([right, bottom]).toEqual([expect.closeTo(at.x, 4), expect.closeTo(at.y, 4)]);
      }),
    );
  });
});

describe('a word', () => {
  const word = { box: [100, 3_300, 300, 3_340] as [number, number, number, number] };
  const atTop: View = { x: MARGIN, y: MARGIN, zoom: 1, turn: 0 };

  it('that is outside is brought into the frame', () => {
    const view = settled(showing(word.box, atTop, frame, sheet, page), frame, sheet);
    const [x0, y0, x1, y1] = boxInFrame(word.box, view, sheet, page);
    expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
    expect(x1).toBeLessThanOrEqual(800);
    expect(y1).toBeLessThanOrEqual(600);
  });

  it('that is seen moves nothing', () => {
    expect(showing([100, 100, 300, 140], atTop, frame, sheet, page)).toEqual(atTop);
  });

  it('that is wider than the frame is shown from its beginning', () => {
    const close: View = { x: -500, y: 0, zoom: 8, turn: 0 };
    const view = showing([0, 0, 2_480, 40], close, frame, sheet, page);
    expect(boxInFrame([0, 0, 2_480, 40], view, sheet, page)[0]).toBeCloseTo(MARGIN);
  });
});
