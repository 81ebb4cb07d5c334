import type { GreyImage } from '../open/grey-image.ts';
import { inkMask } from './ink-mask.ts';
import { findInkRuns, type InkRuns } from './ink-runs.ts';

// An A4 page with 2,000 pixels a side: letters of dense pages are still 10 pixels high, and the estimate takes
// 55 ms.
const WORKING_PIXELS = 2_000 ** 2 / Math.SQRT2;
const MIN_HEIGHT = 4;
const MAX_HEIGHT = 200;
// Fewer letter-like shapes than this tell nothing about the page.
const MIN_SHAPES = 20;

/**
 * The median height in pixels of what looks like a letter on the page; null when there is too little of it.
 */
export function letterHeight(page: GreyImage): number | null {
  const factor = Math.max(1, Math.round(Math.sqrt((page.width * page.height) / WORKING_PIXELS)));
  const small = factor === 1 ? page : shrink(page, factor);
  const heights = shapesOf(findInkRuns(inkMask(small)))
    .filter(looksLikeLetter)
    .map((shape) => shape.bottom - shape.top)
    .sort((a, b) => a - b);
  if (heights.length < MIN_SHAPES) return null;
  const median = heights[Math.ceil(heights.length / 2) - 1] ?? 0;
  return median * factor;
}

type Shape = { left: number; right: number; top: number; bottom: number; area: number };

function shapesOf(runs: InkRuns): Shape[] {
  const shapes = new Map<number, Shape>();
  for (let run = 0; run < runs.count; run++) {
    const component = runs.component[run] ?? 0;
    const row = runs.row[run] ?? 0;
    const start = runs.start[run] ?? 0;
    const end = runs.end[run] ?? 0;
    const shape = shapes.get(component);
    if (shape) {
      shape.left = Math.min(shape.left, start);
      shape.right = Math.max(shape.right, end);
      shape.bottom = row + 1;
      shape.area += end - start;
    } else {
      shapes.set(component, { left: start, right: end, top: row, bottom: row + 1, area: end - start });
    }
  }
  return [...shapes.values()];
}

// Neither dust nor rules nor pictures nor solid bars.
function looksLikeLetter({ left, right, top, bottom, area }: Shape): boolean {
  const width = right - left;
  const height = bottom - top;
  const solidBar = area > 0.85 * width * height + 4 && width > 2 * height;
  const letterShaped = width <= 6 * height && width >= 0.12 * height;
  return height >= MIN_HEIGHT && height <= MAX_HEIGHT && letterShaped && area >= 6 && !solidBar;
}

function shrink({ width, height, pixels }: GreyImage, factor: number): GreyImage {
  const smallWidth = Math.floor(width / factor);
  const smallHeight = Math.floor(height / factor);
  const small = new Uint8Array(smallWidth * smallHeight);
  for (let y = 0; y < smallHeight; y++) {
    for (let x = 0; x < smallWidth; x++) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy++) {
        const from = (y * factor + dy) * width + x * factor;
        for (let at = from; at < from + factor; at++) sum += pixels[at] ?? 0;
      }
      small[y * smallWidth + x] = sum / (factor * factor);
    }
  }
  return { width: smallWidth, height: smallHeight, pixels: small };
}
