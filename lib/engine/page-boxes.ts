import type { PageSize } from './document-info.ts';
import type { TextBox } from './find/text-box.ts';
import type { Box } from './page-reading.ts';
import type { ColumnRange } from './read/ink-columns.ts';
import type { InkRun } from './read/letter-ink.ts';

/** A line's box on the page, and the size of the image that was cut out of it. */
type CutLine = { box: TextBox; image: { width: number; height: number } };

/**
 * The smallest upright box around the ink in some columns of a line's image, in whole pixels within the page, at
 * least one; the part of the line's box between those columns when they hold no ink.
 */
export function wordBox(
  line: CutLine,
  { start, end }: ColumnRange,
  ink: readonly InkRun[],
  page: PageSize,
): Box {
  const extent: Box = [Infinity, Infinity, -Infinity, -Infinity];
  const { height } = line.image;
  // Of a row only its outermost ink can lie at the edge of the box.
  const first = new Int32Array(height).fill(end);
  const last = new Int32Array(height).fill(start);
  for (const run of ink) {
    const left = Math.max(run.start, start);
    const right = Math.min(run.end, end);
    if (left >= right) continue;
    if (left < (first[run.row] ?? 0)) first[run.row] = left;
    if (right > (last[run.row] ?? 0)) last[run.row] = right;
  }
  for (const [row, left] of first.entries()) {
    const right = last[row] ?? 0;
    if (left >= right) continue;
    hold(extent, pageBox(line, left, left + 1, row, row + 1));
    hold(extent, pageBox(line, right - 1, right, row, row + 1));
  }
  if (extent[0] > extent[2]) hold(extent, pageBox(line, start, end, 0, line.image.height));
  return withinPage(extent, page);
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

function hold(extent: Box, [x0, y0, x1, y1]: Box): void {
  extent[0] = Math.min(extent[0], x0);
  extent[1] = Math.min(extent[1], y0);
  extent[2] = Math.max(extent[2], x1);
  extent[3] = Math.max(extent[3], y1);
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
