import type { GreyImage } from '../open/grey-image.ts';
import type { Box } from '../page-reading.ts';

// Paper of drawn pages and of clean scans differs by less; the palest print that can be read differs by 30.
const MOST_UNEVEN = 8;
// Paper that stays around the print, two heights of letters: the network sees where a line ends by it.
const MARGIN = 16;

/**
 * The part of a page that is not blank margin, in sides of multiples of `step`, as the page's own are. A fifth of a
 * typeset page is blank margin; what has any texture counts as printed.
 */
export function printedPart(page: GreyImage, step: number): Box {
  const { width, height } = page;
  const isBlankRow = (y: number) => isEven(page, y * width, 1, width);
  const isBlankColumn = (x: number) => isEven(page, x, width, height);
  const [top, bottom] = printedRange(height, isBlankRow, step);
  const [left, right] = printedRange(width, isBlankColumn, step);
  return [left, top, right, bottom];
}

function printedRange(
  length: number,
  isBlank: (at: number) => boolean,
  step: number,
): [start: number, end: number] {
  let first = 0;
  while (first < length && isBlank(first)) first++;
  let end = length;
  while (end > first && isBlank(end - 1)) end--;
  if (first === end) return [0, length];
  const wanted = Math.min(length, end + MARGIN) - Math.max(0, first - MARGIN);
  const size = Math.min(length, Math.ceil(wanted / step) * step);
  const start = Math.min(Math.max(0, first - MARGIN), length - size);
  return [start, start + size];
}

/** Whether `count` pixels, each `stride` after the one before, are of nearly one tone. */
function isEven({ pixels }: GreyImage, from: number, stride: number, count: number): boolean {
  let darkest = 255;
  let lightest = 0;
  for (let at = from, left = count; left > 0; at += stride, left--) {
    const value = pixels[at] ?? 0;
    if (value < darkest) darkest = value;
    if (value > lightest) lightest = value;
    if (lightest - darkest > MOST_UNEVEN) return false;
  }
  return true;
}
