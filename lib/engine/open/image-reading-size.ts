import type { PageSize } from '../document-info.ts';
import { MAX_READING_SIDE } from './pdf-page-pixels.ts';

// What an A4 page of the longest side has. A long picture (the roll of a till, a whole web page) keeps as many
// pixels as a page, so that its letters stay as large as a page's.
const PAGE_PIXELS = MAX_READING_SIDE ** 2 / Math.SQRT2;
// Longer ones are no documents: 1,000 letters on a line.
const LONGEST_STRIP = 18_000;

/** Pixels at which to read a picture: its own, but at most 3,600 a side or as many as a page of that height. */
export function imageReadingSize({ width, height }: PageSize): PageSize {
  const longest = Math.max(width, height);
  const asPage = Math.max(MAX_READING_SIDE / longest, Math.sqrt(PAGE_PIXELS / (width * height)));
  const factor = Math.min(1, asPage, LONGEST_STRIP / longest);
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
