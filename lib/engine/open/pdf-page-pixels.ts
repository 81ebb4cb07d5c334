import type { PageSize } from '../document-info.ts';

const POINTS_PER_INCH = 72;
// The recogniser sees a line as 48 rows of pixels: at 300 dpi that is a line of 10-point type with its
// margin.
const READING_DPI = 300;
// A4 at 300 dpi has 3,508 pixels: larger pages are posters and plans, whose letters are larger too.
export const MAX_READING_SIDE = 3_600;

/**
 * Pixels to draw a PDF page with for reading: 300 dpi, but at most 3,600 pixels a side (13 megapixels),
 * whatever page box the file asks for. Never less than one pixel.
 */
export function readingPixels(points: PageSize): PageSize {
  const atReadingDpi = READING_DPI / POINTS_PER_INCH;
  return scaled(points, Math.min(atReadingDpi, MAX_READING_SIDE / longestSide(points)));
}

/** Pixels to draw a PDF page with so that its longest side has `maxSide` pixels. */
export function viewingPixels(points: PageSize, maxSide: number): PageSize {
  return scaled(points, maxSide / longestSide(points));
}

function longestSide({ width, height }: PageSize): number {
  return Math.max(width, height, 1);
}

function scaled({ width, height }: PageSize, factor: number): PageSize {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
