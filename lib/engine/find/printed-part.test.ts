import { expect, it } from 'vitest';
import { printedPart } from './printed-part.ts';

const [width, height] = [256, 320];

function paperWith(marks: readonly [x: number, y: number, value: number][], paper = 250) {
  const pixels = new Uint8Array(width * height).fill(paper);
  for (const [x, y, value] of marks) pixels[y * width + x] = value;
  return { width, height, pixels };
}

it('leaves out blank margins but for some paper around the print', () => {
  const part = printedPart(
    paperWith([
      [100, 120, 0],
      [149, 199, 0],
    ]),
    32,
  );
  expect(part).toEqual([84, 104, 180, 232]);
});

it('keeps the palest print that can be read, and all of a page with any texture', () => {
  expect(
    printedPart(
      paperWith([
        [100, 100, 0],
        [200, 300, 225],
      ]),
      32,
    ),
  ).toEqual([84, 64, 244, 320]);
  const grain = paperWith(Array.from({ length: width + height }, (_, at) => [at % width, at % height, 238]));
  expect(printedPart(grain, 32)).toEqual([0, 0, width, height]);
});

it('stays on the page when print reaches its edges', () => {
  expect(
    printedPart(
      paperWith([
        [0, 0, 0],
        [255, 319, 0],
      ]),
      32,
    ),
  ).toEqual([0, 0, width, height]);
  expect(printedPart(paperWith([[250, 310, 0]]), 32)).toEqual([224, 288, 256, 320]);
});

it('takes a blank page whole', () => {
  expect(printedPart(paperWith([]), 32)).toEqual([0, 0, width, height]);
});
