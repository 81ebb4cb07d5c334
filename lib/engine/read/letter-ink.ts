import { findInkRuns, type InkRuns, type Mask } from '../find/ink-runs.ts';
import { type Shape, shapesOf } from '../find/ink-shapes.ts';
import type { GreyImage } from '../open/grey-image.ts';
import { histogramOf } from './histogram.ts';
import { replaceTones, toneTable } from './replace-tones.ts';

/** Horizontal runs of ink in a line image: each in a row, from column `start` up to, without, `end`. */
export type LetterInk = Pick<InkRuns, 'count' | 'row' | 'start' | 'end'>;

// Print covers less than half of a line, so the median is paper; ink is what the outermost 3 % are that lie
// further from it, darker or lighter.
const OUTERMOST = 0.03;
// As in inkColumns: just before the middle of the slope from paper to ink.
const INK_DEPTH = 0.45;
// Neighbouring lines show in the upper and lower quarters of a line's image only.
const MIDDLE = { from: 0.25, to: 0.75 };
// A full stop of a line 48 pixels high covers 9 pixels or more, noise that passes the threshold one to three.
const MIN_AREA = 5;
// Longer than two line heights and thinner than a sixth of one: a rule or an underline, no letter. One down the
// page is cut off above and below.
const RULE_LENGTH = 2;
const RULE_THICKNESS = 1 / 6;

/**
 * The ink of a line's own letters, dark on light or light on dark. Left out are specks, rules, and what reaches
 * in from the lines above and below.
 */
export function letterInk(line: GreyImage): LetterInk {
  const runs = findInkRuns(inkOf(line));
  const isOfLetter = new Uint8Array(runs.count);
  for (const [component, shape] of shapesOf(runs))
    isOfLetter[component] = Number(isLetter(shape, line.height));
  // Closes up over what is left out: lists of objects cost 25 ms a page.
  const { row, start, end } = runs;
  let count = 0;
  for (let run = 0; run < runs.count; run++) {
    if (isOfLetter[runs.component[run] ?? 0] === 0) continue;
    row[count] = row[run] ?? 0;
    start[count] = start[run] ?? 0;
    end[count] = end[run] ?? 0;
    count++;
  }
  return { count, row, start, end };
}

function isLetter({ area, left, right, top, bottom }: Shape, lineHeight: number): boolean {
  if (area < MIN_AREA) return false;
  const [width, height] = [right - left, bottom - top];
  const isThin = Math.min(width, height) < RULE_THICKNESS * lineHeight;
  if (isThin && (width > RULE_LENGTH * lineHeight || height === lineHeight)) return false;
  const isCutOff = top === 0 || bottom === lineHeight;
  return !isCutOff || (top < MIDDLE.to * lineHeight && bottom > MIDDLE.from * lineHeight);
}

function inkOf({ width, height, pixels }: GreyImage): Mask {
  const [dark = 0, paper = 0, light = 0] = tonesAt(pixels, [OUTERMOST, 0.5, 1 - OUTERMOST]);
  const lightOnDark = light - paper > paper - dark;
  const threshold = paper + ((lightOnDark ? light : dark) - paper) * INK_DEPTH;
  const isInk = toneTable((value) => Number(lightOnDark ? value > threshold : value < threshold));
  return { width, height, ink: replaceTones(pixels, isInk) };
}

/** The tones that these shares of the pixels do not exceed; shares rise. */
function tonesAt(pixels: Uint8Array, shares: readonly number[]): number[] {
  const histogram = histogramOf(pixels);
  let tone = 0;
  let counted = histogram[0] ?? 0;
  return shares.map((share) => {
    while (counted < share * pixels.length) counted += histogram[++tone] ?? 0;
    return tone;
  });
}
