import { findInkRuns, type Mask } from '../find/ink-runs.ts';
import type { GreyImage } from '../open/grey-image.ts';

/** A horizontal run of ink in a line image: from column `start` up to, without, `end`. */
export type InkRun = { row: number; start: number; end: number };

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
export function letterInk(line: GreyImage): InkRun[] {
  const runs = findInkRuns(inkOf(line));
  const parts = new Map<number, Part>();
  runs.component.forEach((component, run) => {
    const part = parts.get(component) ?? { runs: [], area: 0, left: line.width, right: 0 };
    parts.set(component, part);
    const inkRun = { row: runs.row[run] ?? 0, start: runs.start[run] ?? 0, end: runs.end[run] ?? 0 };
    part.runs.push(inkRun);
    part.area += inkRun.end - inkRun.start;
    part.left = Math.min(part.left, inkRun.start);
    part.right = Math.max(part.right, inkRun.end);
  });
  return [...parts.values()].filter((part) => isLetter(part, line.height)).flatMap((part) => part.runs);
}

/** Ink that hangs together; its runs go from top to bottom. */
type Part = { runs: InkRun[]; area: number; left: number; right: number };

function isLetter({ runs, area, left, right }: Part, lineHeight: number): boolean {
  const top = runs[0]?.row ?? 0;
  const bottom = (runs.at(-1)?.row ?? 0) + 1;
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
  const ink = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) {
    const value = pixels[at] ?? 0;
    if (lightOnDark ? value > threshold : value < threshold) ink[at] = 1;
  }
  return { width, height, ink };
}

/** The tones that these shares of the pixels do not exceed; shares rise. */
function tonesAt(pixels: Uint8Array, shares: readonly number[]): number[] {
  const histogram = new Uint32Array(256);
  for (const value of pixels) histogram[value] = (histogram[value] ?? 0) + 1;
  let tone = 0;
  let counted = histogram[0] ?? 0;
  return shares.map((share) => {
    while (counted < share * pixels.length) counted += histogram[++tone] ?? 0;
    return tone;
  });
}
