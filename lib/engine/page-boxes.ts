import type { PageSize } from './document-info.ts';
import type { TextBox } from './find/text-box.ts';
import type { Box } from './page-reading.ts';
import type { ColumnRange } from './read/ink-columns.ts';
import type { LetterInk } from './read/letter-ink.ts';

/** A line's box on the page, and the size of the image that was cut out of it. */
type CutLine = { box: TextBox; image: { width: number; height: number } };

/**
 * The smallest upright box around the ink in some columns of a line's image, in whole pixels within the page, at
 * least one; the part of the line's box between those columns when they hold no ink.
 */
export function wordBox(line: CutLine, { start, end }: ColumnRange, ink: LetterInk, page: PageSize): Box {
  const { height } = line.image;
  // Of a row only its outermost ink can lie at the edge of the box.
  const first = new Int32Array(height).fill(end);
  const last = new Int32Array(height).fill(start);
  let hasInk = false;
  for (let run = 0; run < ink.count; run++) {
    const runStart = ink.start[run] ?? 0;
    const runEnd = ink.end[run] ?? 0;
    if (runStart >= end || runEnd <= start) continue;
    const left = Math.max(runStart, start);
    const right = Math.min(runEnd, end);
    if (left >= right) continue;
    hasInk = true;
    const row = ink.row[run] ?? 0;
    if (left < (first[row] ?? 0)) first[row] = left;
    if (right > (last[row] ?? 0)) last[row] = right;
  }
  return withinPage(hasInk ? inkBox(line, first, last) : pageBox(line, start, end, 0, height), page);
}

/** The upright box around the pixels between `first` and, without, `last` of each row of a line's image. */
function inkBox({ box, image }: CutLine, first: Int32Array, last: Int32Array): Box {
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const pixelWidth = box.width / image.width;
  const pixelHeight = box.height / image.height;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < image.height; row++) {
    const [left, right] = [first[row] ?? 0, (last[row] ?? 0) - 1];
    if (left > right) continue;
    const across = (row + 0.5 - image.height / 2) * pixelHeight;
    for (const column of [left, right]) {
      const along = (column + 0.5 - image.width / 2) * pixelWidth;
      const x = along * cos - across * sin;
      const y = along * sin + across * cos;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
    }
  }
  const reachX = (pixelWidth * Math.abs(cos) + pixelHeight * Math.abs(sin)) / 2;
  const reachY = (pixelWidth * Math.abs(sin) + pixelHeight * Math.abs(cos)) / 2;
  const { centreX, centreY } = box;
  return [centreX + x0 - reachX, centreY + y0 - reachY, centreX + x1 + reachX, centreY + y1 + reachY];
}

/** The upright box around a part of a line's image. */
function pageBox({ box, image }: CutLine, left: number, right: number, top: number, bottom: number): Box {
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const along = ((left + right) / 2 / image.width - 0.5) * box.width;
  const across = ((top + bottom) / 2 / image.height - 0.5) * box.height;
  const halfWidth = ((right - left) / 2 / image.width) * box.width;
  const halfHeight = ((bottom - top) / 2 / image.height) * box.height;
  const x = box.centreX + along * cos - across * sin;
  const y = box.centreY + along * sin + across * cos;
  const reachX = halfWidth * Math.abs(cos) + halfHeight * Math.abs(sin);
  const reachY = halfWidth * Math.abs(sin) + halfHeight * Math.abs(cos);
  return [x - reachX, y - reachY, x + reachX, y + reachY];
}

// To the nearest pixel: the edges come from half of the slope between paper and ink. One pixel at least is left of
// what is thinner or lies outside.
function withinPage([x0, y0, x1, y1]: Box, { width, height }: PageSize): Box {
  const [left, right] = pixelsWithin(x0, x1, width);
  const [top, bottom] = pixelsWithin(y0, y1, height);
  return [left, top, right, bottom];
}

function pixelsWithin(from: number, to: number, limit: number): [start: number, end: number] {
  const start = Math.min(limit - 1, Math.max(0, Math.round(from)));
  return [start, Math.min(limit, Math.max(start + 1, Math.round(to)))];
}

/** The smallest box that holds all the boxes, of which there is at least one. */
export function unionOf(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map(([x0]) => x0)),
    Math.min(...boxes.map(([, y0]) => y0)),
    Math.max(...boxes.map(([, , x1]) => x1)),
    Math.max(...boxes.map(([, , , y1]) => y1)),
  ];
}
