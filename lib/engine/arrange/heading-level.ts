import { median } from '../median.ts';
import type { TextRow } from './text-row.ts';

// Of one font, rows differ by up to 1.2 as they hold ascenders and descenders or none.
const LEVELS = [1.9, 1.5, 1.3];
const MAX_ROWS = 3;
const MAX_CHARACTERS = 60;
// In letter heights: white above a heading in the letters of the text, and none to speak of below it.
const MIN_STEP_ABOVE = 2.3;
const MAX_STEP_BELOW = 2.8;
const MAX_FILL = 0.75;

/** 1 to 3 for a heading, by how much larger its letters are than the usual ones; 0 for text. */
export function headingLevel(
  rows: readonly TextRow[],
  before: readonly TextRow[] | undefined,
  after: readonly TextRow[] | undefined,
  usual: number,
): number {
  if (rows.length > MAX_ROWS || !rows.some(({ text }) => /\p{L}{2}/u.test(text))) return 0;
  const ratio = (median(rows.map(({ height }) => height)) ?? 0) / usual;
  const level = LEVELS.findIndex((least) => ratio >= least) + 1;
  if (level > 0) return level;
  return isBoldLine(rows, before, after) ? LEVELS.length : 0;
}

// Bold letters cannot be told; a short line with white above and running text right below it can.
function isBoldLine(
  rows: readonly TextRow[],
  before: readonly TextRow[] | undefined,
  after: readonly TextRow[] | undefined,
): boolean {
  const [row, second] = rows;
  const next = after?.[0];
  if (!row || second || !next?.isProse || next.middle <= row.middle) return false;
  if (row.text.length > MAX_CHARACTERS || !/^[\p{Lu}\d].*[\p{L}\d)?!]$/u.test(row.text)) return false;
  const width = Math.max(...(after ?? []).map(({ left, right }) => right - left));
  if (row.right - row.left > MAX_FILL * width || row.left > next.right || row.right < next.left) return false;
  const above = before?.at(-1);
  const isApart =
    !above || above.middle > row.middle || row.middle - above.middle > MIN_STEP_ABOVE * row.height;
  return isApart && next.middle - row.middle < MAX_STEP_BELOW * row.height;
}
