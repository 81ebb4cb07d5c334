import type { GreyImage } from '../open/grey-image.ts';
import { histogramOf } from './histogram.ts';

/** Columns of a line image from start up to, without, end. */
export type ColumnRange = { start: number; end: number };

// Ink colour is what the darkest 3 % of the pixels are, paper what the lightest 30 % are.
const DARK_SHARE = 0.03;
const LIGHT_SHARE = 0.3;
// Ink lies below 45 % of the way from paper to ink, so the grey edges of letters do not close the gaps
// between them.
const INK_DEPTH = 0.45;
// The uppermost and lowest rows may show the neighbouring lines.
const FIRST_ROW = 0.12;
const LAST_ROW = 0.9;
// One dark pixel in a column is noise.
const MIN_PIXELS = 2;

/** Which columns of a line image hold ink (1) and which do not (0), judged by the line's own contrast. */
export function inkColumns({ width, height, pixels }: GreyImage): Uint8Array {
  // Whole, as the pixels are: comparing fractions takes longer.
  const threshold = Math.ceil(inkThreshold(pixels));
  const dark = new Uint8Array(width);
  const bottom = Math.round(height * LAST_ROW);
  for (let y = Math.round(height * FIRST_ROW); y < bottom; y++) {
    const from = y * width;
    for (let x = 0; x < width; x++) if ((pixels[from + x] ?? 255) < threshold) dark[x] = (dark[x] ?? 0) + 1;
  }
  return dark.map((count) => (count >= MIN_PIXELS ? 1 : 0));
}

function inkThreshold(pixels: Uint8Array): number {
  const histogram = histogramOf(pixels);
  let dark = 0;
  for (let seen = 0; seen < pixels.length * DARK_SHARE; dark++) seen += histogram[dark] ?? 0;
  let light = 255;
  for (let seen = 0; seen < pixels.length * LIGHT_SHARE; light--) seen += histogram[light] ?? 0;
  return light > dark ? light - (light - dark) * INK_DEPTH : light;
}

/** The runs of columns without ink that lie between ink on both sides, within a range. */
export function inkFreeGaps(ink: Uint8Array, { start, end }: ColumnRange): ColumnRange[] {
  const gaps: ColumnRange[] = [];
  for (let from = ink.indexOf(1, start); from >= 0 && from < end; ) {
    const gapStart = ink.indexOf(0, from);
    const gapEnd = gapStart < 0 ? -1 : ink.indexOf(1, gapStart);
    if (gapEnd >= 0 && gapEnd < end) gaps.push({ start: gapStart, end: gapEnd });
    from = gapEnd;
  }
  return gaps;
}

/** The width of the widest gap whose middle lies between two columns, 0 without any. */
export function widestGapBetween(gaps: readonly ColumnRange[], from: number, to: number): number {
  let widest = 0;
  for (const { start, end } of gaps) {
    const middle = (start + end) / 2;
    if (middle > from && middle < to) widest = Math.max(widest, end - start);
  }
  return widest;
}
