import type { GreyImage } from '../open/grey-image.ts';
import type { Mask } from './ink-runs.ts';

// Tiles of 32 pixels hold a few letters of any size that matters here, so their mean follows uneven light.
const TILE = 32;
// A tile whose pixels differ by less holds no ink: paper texture and JPEG noise stay below 40 of 255.
const MIN_CONTRAST = 40;
const BELOW_MEAN = 12;
const ABOVE_MIDDLE = 10;

/**
 * What is darker than its surroundings, judged tile by tile so that shadows on photos do not count as ink.
 */
export function inkMask({ width, height, pixels }: GreyImage): Mask {
  const ink = new Uint8Array(width * height);
  for (let top = 0; top < height; top += TILE) {
    const bottom = Math.min(height, top + TILE);
    for (let left = 0; left < width; left += TILE) {
      const right = Math.min(width, left + TILE);
      const threshold = tileThreshold(pixels, width, left, right, top, bottom);
      if (threshold === null) continue;
      for (let y = top; y < bottom; y++)
        markDarker(ink, pixels, y * width + left, y * width + right, threshold);
    }
  }
  return { width, height, ink };
}

// A function of its own: V8 compiles best what is called often.
function markDarker(
  ink: Uint8Array,
  pixels: Uint8Array,
  start: number,
  end: number,
  threshold: number,
): void {
  for (let at = start; at < end; at++) if ((pixels[at] ?? 0) < threshold) ink[at] = 1;
}

function tileThreshold(
  pixels: Uint8Array,
  width: number,
  left: number,
  right: number,
  top: number,
  bottom: number,
): number | null {
  let sum = 0;
  let darkest = 255;
  let lightest = 0;
  for (let y = top; y < bottom; y++) {
    const end = y * width + right;
    for (let at = y * width + left; at < end; at++) {
      const value = pixels[at] ?? 0;
      sum += value;
      if (value < darkest) darkest = value;
      if (value > lightest) lightest = value;
    }
  }
  if (lightest - darkest < MIN_CONTRAST) return null;
  const mean = sum / ((right - left) * (bottom - top));
  // Whole, as the pixels are: comparing fractions takes longer.
  return Math.ceil(Math.min(mean - BELOW_MEAN, (lightest + darkest) / 2 + ABOVE_MIDDLE));
}
