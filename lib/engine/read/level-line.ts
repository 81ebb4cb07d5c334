import type { GreyImage } from '../open/grey-image.ts';
import { histogramOf } from './histogram.ts';
import { replaceTones, toneTable } from './replace-tones.ts';

// How many pixels of each value there are.
type Histogram = Uint32Array;

// Pictures of text on a line are mostly paper: half of their pixels or more. Where the usual value is in the
// third next to the darkest, the print is white on dark.
const DARK_PAPER = 1 / 3;
// The darkest 1 % are ink at its fullest, the lightest 30 % paper (as in `ink-columns.ts`).
const FULL_INK = 0.01;
const PAPER = 0.7;
// Lines whose values differ by less show nothing that could be made clearer.
const MIN_CONTRAST = 16;
// Ink lies at least a quarter of the way from paper to full ink.
const INK_DEPTH = 0.25;
// From full ink 0 to paper 1. Half of the ink of good print is below 0.2 (pages at 300 dpi 0.08 to 0.18, scans 0
// to 0.12), of pale, dotted and worn receipts 0.35 to 0.54. Made as dark as that, receipts gain 0.0115 of mean
// word F1 (0.8988 to 0.9103), pages and scans nothing; the same curve for all lines costs those 0.0005 to 0.001.
const GOOD_INK = 0.2;
const STEEPEST = 3;

/** The picture of a line with dark letters on light paper, and with pale print as dark as good print is. */
export function levelLine(line: GreyImage): GreyImage {
  const histogram = histogramOf(line.pixels);
  if (isWhiteOnDark(histogram)) return levelLine(mapped(line, (value) => 255 - value));
  const ink = quantile(histogram, FULL_INK);
  const paper = quantile(histogram, PAPER);
  if (paper - ink < MIN_CONTRAST) return line;
  const depth = (value: number) => Math.min(1, Math.max(0, (value - ink) / (paper - ink)));
  const usual = depth(medianBelow(histogram, paper - INK_DEPTH * (paper - ink)));
  if (usual <= GOOD_INK) return line;
  const steepness = Math.min(STEEPEST, Math.log(GOOD_INK) / Math.log(usual));
  return mapped(line, (value) => Math.round(255 * depth(value) ** steepness));
}

function isWhiteOnDark(histogram: Histogram): boolean {
  const [darkest, usual, lightest] = [0.02, 0.5, 0.98].map((share) => quantile(histogram, share));
  if (darkest === undefined || usual === undefined || lightest === undefined) return false;
  return lightest - darkest >= MIN_CONTRAST && usual - darkest < DARK_PAPER * (lightest - darkest);
}

/** The value below or at which more than this share of the pixels are. */
function quantile(histogram: Histogram, share: number): number {
  let total = 0;
  for (const count of histogram) total += count;
  let value = 0;
  for (let seen = histogram[0] ?? 0; seen <= share * total && value < 255; ) seen += histogram[++value] ?? 0;
  return value;
}

function medianBelow(histogram: Histogram, limit: number): number {
  return quantile(
    histogram.map((count, value) => (value < limit ? count : 0)),
    0.5,
  );
}

function mapped(line: GreyImage, toValue: (value: number) => number): GreyImage {
  return { ...line, pixels: replaceTones(line.pixels, toneTable(toValue)) };
}
