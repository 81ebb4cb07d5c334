import { median } from '../median.ts';
import { capitalHeight } from './letter-size.ts';
import type { TextRow } from './text-row.ts';
import type { UsualText } from './usual-text.ts';

// Of one font, rows differ by up to 1.2 as they hold ascenders and descenders or none. Ink is measured to 3 %, so that
// letters one and a half times as large may seem 1.46.
const LEVELS = [1.9, 1.45, 1.3];
// Where the ink says large, the finder's letter height must not say the contrary: a stain may touch a word.
const MIN_LETTER_RATIO = 1.05;
const MAX_ROWS = 3;
const MAX_CHARACTERS = 60;
// In usual steps: white above a heading in the letters of the text, and none to speak of below it.
const MIN_STEP_ABOVE = 1.2;
const MAX_STEP_BELOW = 1.4;
// In letter heights, where there are too few rows to tell.
const USUAL_STEP = 2;
const MAX_FILL = 0.75;

/** 1 to 3 for a heading, by how much larger its letters are than the usual ones; 0 for text. */
export function headingLevel(
  rows: readonly TextRow[],
  before: readonly TextRow[] | undefined,
  after: readonly TextRow[] | undefined,
  usual: UsualText,
): number {
  if (rows.length > MAX_ROWS || !rows.some(({ text }) => /\p{L}{2}/u.test(text))) return 0;
  const hasWhiteAbove = isApart(rows, before, usual);
  const ratio = sizeRatio(rows, hasWhiteAbove, usual);
  const level = LEVELS.findIndex((least) => ratio >= least) + 1;
  if (level > 0) return level;
  return hasWhiteAbove && isBoldLine(rows, after, usual) ? LEVELS.length : 0;
}

function sizeRatio(rows: readonly TextRow[], hasWhiteAbove: boolean, usual: UsualText): number {
  const letters = (median(rows.map(({ height }) => height)) ?? 0) / usual.letter;
  const ink = usual.capital ? (capitalHeight(rows) ?? 0) / usual.capital : 0;
  const isLarge = ink >= Math.min(...LEVELS) && letters >= MIN_LETTER_RATIO;
  return isLarge && hasWhiteAbove && isTitle(rows) ? ink : letters;
}

// Bold letters cannot be told; a short line with white above and running text right below it can.
function isBoldLine(
  rows: readonly TextRow[],
  after: readonly TextRow[] | undefined,
  usual: UsualText,
): boolean {
  const [row, second] = rows;
  const next = after?.[0];
  if (!row || second || !next?.isProse || next.middle <= row.middle || !isTitle(rows)) return false;
  const width = Math.max(...(after ?? []).map(({ left, right }) => right - left));
  if (row.right - row.left > MAX_FILL * width || row.left > next.right || row.right < next.left) return false;
  return next.middle - row.middle < MAX_STEP_BELOW * stepOf(usual);
}

function isTitle(rows: readonly TextRow[]): boolean {
  const text = rows.map((row) => row.text).join(' ');
  return rows.every((row) => row.text.length <= MAX_CHARACTERS) && /^[\p{Lu}\d].*[\p{L}\d)?!]$/u.test(text);
}

function isApart(
  [row]: readonly TextRow[],
  before: readonly TextRow[] | undefined,
  usual: UsualText,
): boolean {
  const above = before?.at(-1);
  if (!row || !above || above.middle > row.middle) return true;
  return row.middle - above.middle > MIN_STEP_ABOVE * stepOf(usual);
}

function stepOf({ step, letter }: UsualText): number {
  return step ?? USUAL_STEP * letter;
}
