import { inkMask } from '../find/ink-mask.ts';
import { findInkRuns } from '../find/ink-runs.ts';
import type { GreyImage } from '../open/grey-image.ts';
import type { Box } from '../page-reading.ts';

// Anti-aliasing and the tails of letters reach a little beyond the box of a word.
const MARGIN = 3;
// At half the resolution of reading, 5-point type is 7 pixels high and 100-point type 130.
const MIN_HEIGHT = 5;
const MAX_HEIGHT = 130;
// Letters that touch make one shape: a word is up to this many times as wide as high.
const MAX_SHAPE_RATIO = 12;
const MIN_SHAPE_RATIO = 0.1;
// Of the box of a letter or word this share is ink; of frames and curves less, of rules and bullets more.
const MIN_INK_SHARE = 0.15;
const MAX_INK_SHARE = 0.8;
const LETTER_WIDTH = 0.7;
// Of a chain of shapes side by side: next to each other, about as high, on one level.
const MAX_GAP = 1.2;
const MAX_OVERLAP = 0.4;
const MAX_HEIGHT_RATIO = 2.2;
const MAX_LEVEL_STEP = 0.45;

type Shape = { left: number; right: number; top: number; bottom: number; area: number };
type Chain = { last: Shape; letters: number };

/**
 * How many letters the longest row of text on the picture has, roughly, that no word covers. `scale` leads from
 * the words' pixels to those of the picture.
 */
export function uncoveredText(picture: GreyImage, words: readonly { box: Box }[], scale: number): number {
  const mask = inkMask(picture);
  for (const { box } of words) erase(mask, box, scale);
  const shapes = shapesOf(findInkRuns(mask)).filter(looksLikeText);
  return longestRow(shapes.sort((a, b) => a.left - b.left));
}

function erase(
  { width, height, ink }: { width: number; height: number; ink: Uint8Array },
  [x0, y0, x1, y1]: Box,
  scale: number,
): void {
  const left = Math.max(0, Math.floor(x0 * scale) - MARGIN);
  const right = Math.min(width, Math.ceil(x1 * scale) + MARGIN);
  const bottom = Math.min(height, Math.ceil(y1 * scale) + MARGIN);
  for (let y = Math.max(0, Math.floor(y0 * scale) - MARGIN); y < bottom; y++)
    ink.fill(0, y * width + left, y * width + Math.max(left, right));
}

function shapesOf({ count, row, start, end, component }: ReturnType<typeof findInkRuns>): Shape[] {
  const shapes = new Map<number, Shape>();
  for (let run = 0; run < count; run++) {
    const [top, left, right] = [row[run] ?? 0, start[run] ?? 0, end[run] ?? 0];
    const shape = shapes.get(component[run] ?? 0);
    if (shape) {
      shape.left = Math.min(shape.left, left);
      shape.right = Math.max(shape.right, right);
      shape.bottom = top + 1;
      shape.area += right - left;
    } else {
      shapes.set(component[run] ?? 0, { left, right, top, bottom: top + 1, area: right - left });
    }
  }
  return [...shapes.values()];
}

function looksLikeText({ left, right, top, bottom, area }: Shape): boolean {
  const [width, height] = [right - left, bottom - top];
  return (
    height >= MIN_HEIGHT &&
    height <= MAX_HEIGHT &&
    width <= MAX_SHAPE_RATIO * height &&
    width >= MIN_SHAPE_RATIO * height &&
    area >= MIN_INK_SHARE * width * height &&
    // An l and a 1 are nearly solid.
    (area <= MAX_INK_SHARE * width * height || height > 2 * width)
  );
}

/** Shapes come from left to right. Chains wait in rows as high as the smallest letter, where the next shape looks. */
function longestRow(shapes: readonly Shape[]): number {
  const rows = new Map<number, Chain[]>();
  let longest = 0;
  for (const shape of shapes) {
    const height = shape.bottom - shape.top;
    const middle = (shape.top + shape.bottom) / 2;
    const reach = Math.ceil((MAX_LEVEL_STEP * height * MAX_HEIGHT_RATIO) / MIN_HEIGHT);
    const row = Math.floor(middle / MIN_HEIGHT);
    let chain: Chain | undefined;
    for (let near = row - reach; near <= row + reach && !chain; near++)
      chain = rows.get(near)?.find(({ last }) => goesOn(last, shape));
    const letters = Math.max(1, Math.round((shape.right - shape.left) / (LETTER_WIDTH * height)));
    const next: Chain = { last: shape, letters: letters + (chain?.letters ?? 0) };
    // One shape by itself is a frame or a drawing.
    if (chain) longest = Math.max(longest, next.letters);
    // Only the last few chains of a row can still go on.
    rows.set(row, [next, ...(rows.get(row) ?? []).slice(0, 3)]);
  }
  return longest;
}

function goesOn(last: Shape, next: Shape): boolean {
  const [a, b] = [last.bottom - last.top, next.bottom - next.top];
  const higher = Math.max(a, b);
  return (
    next.left - last.right < MAX_GAP * higher &&
    next.left - last.right > -MAX_OVERLAP * higher &&
    higher < MAX_HEIGHT_RATIO * Math.min(a, b) &&
    Math.abs(last.top + last.bottom - next.top - next.bottom) / 2 < MAX_LEVEL_STEP * higher
  );
}
