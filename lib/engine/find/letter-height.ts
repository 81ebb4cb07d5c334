import { type GreyImage, halve } from '../open/grey-image.ts';
import { inkMask } from './ink-mask.ts';
import { findInkRuns } from './ink-runs.ts';
import { type Shape, shapesOf } from './ink-shapes.ts';

// Half as large is enough from here on, 3,000 pixels along an A4 page: letters of dense pages are still 9 high.
const HALVED_PIXELS = (1.5 * 2_000) ** 2 / Math.SQRT2;
const MIN_HEIGHT = 4;
const MAX_HEIGHT = 200;
// Fewer letter-like shapes than this tell nothing about the page.
const MIN_SHAPES = 20;

/**
 * The median height in pixels of what looks like a letter on the page; null when there is too little of it.
 */
export function letterHeight(page: GreyImage): number | null {
  const isLarge = page.width * page.height >= HALVED_PIXELS;
  const heights = [...shapesOf(findInkRuns(inkMask(isLarge ? halve(page) : page))).values()]
    .filter(looksLikeLetter)
    .map((shape) => shape.bottom - shape.top)
    .sort((a, b) => a - b);
  if (heights.length < MIN_SHAPES) return null;
  const median = heights[Math.ceil(heights.length / 2) - 1] ?? 0;
  return isLarge ? 2 * median : median;
}

// Neither dust nor rules nor pictures nor solid bars.
function looksLikeLetter({ left, right, top, bottom, area }: Shape): boolean {
  const width = right - left;
  const height = bottom - top;
  const solidBar = area > 0.85 * width * height + 4 && width > 2 * height;
  const letterShaped = width <= 6 * height && width >= 0.12 * height;
  return height >= MIN_HEIGHT && height <= MAX_HEIGHT && letterShaped && area >= 6 && !solidBar;
}
