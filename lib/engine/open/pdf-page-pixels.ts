import type { PageSize } from '../document-info.ts';

const POINTS_PER_INCH = 72;
// The recogniser sees a line as 48 rows of pixels: at 300 dpi that is a line of 10-point type with its
// margin.
const READING_DPI = 300;
// A4 at 300 dpi has 3,508 pixels: larger pages are posters and plans, whose letters are larger too.
export const MAX_READING_SIDE = 3_600;
// Pictures made for the screen still give the detector letters of some size.
const MIN_SCAN_DPI = 150;
// 4-point type is the smallest that print uses: letters "smaller" than that are on a page that counts in other
// units (UserUnit, drawings to scale), and get as many pixels as 4-point type.
const SMALLEST_TYPE = 4;

/** What a page holds that tells how many pixels reading it takes. */
export type PageContent = {
  /** Dots an inch of the scan that fills the page; null when the page is no scan. */
  scanDpi: number | null;
  /** Whether letters are drawn on it, also upon a scan. */
  typeset: boolean;
  /** Points; null when the page holds no text. */
  typeSize: number | null;
};

/**
 * Pixels to draw a PDF page with for reading: those of the scan that fills it, else 300 dpi, but at most 3,600
 * pixels a side (13 megapixels), whatever page box the file asks for. Never less than one pixel.
 */
export function readingPixels(points: PageSize, content: PageContent): PageSize {
  const most = MAX_READING_SIDE / longestSide(points);
  return scaled(points, Math.min(dpiOf(content) / POINTS_PER_INCH, most));
}

function dpiOf({ scanDpi, typeset, typeSize }: PageContent): number {
  if (scanDpi !== null) return Math.max(typeset ? READING_DPI : MIN_SCAN_DPI, scanDpi);
  return typeSize !== null && typeSize < SMALLEST_TYPE
    ? (READING_DPI * SMALLEST_TYPE) / typeSize
    : READING_DPI;
}

/** Pixels to draw a PDF page with so that its longest side has `maxSide` pixels. */
export function viewingPixels(points: PageSize, maxSide: number): PageSize {
  return scaled(points, maxSide / longestSide(points));
}

function longestSide({ width, height }: PageSize): number {
  return Math.max(width, height, 1e-6);
}

function scaled({ width, height }: PageSize, factor: number): PageSize {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
