import { median } from '../median.ts';
import type { Run } from './join-runs.ts';
import { onOneRow } from './placed-line.ts';

// Shares of the page's height that headers and footers keep to.
const HEADER_END = 0.1;
const FOOTER_START = 0.9;
// In letter heights, between the letters: a line's own leading is 1, that of paragraphs 2.
const MIN_GAP = 2.2;
const MAX_LETTER_RATIO = 1.25;
// What stands first on a page is as likely its title: a running head has a page number or small letters.
const SMALL_LETTER_RATIO = 0.85;
const PAGE_NUMBER = /(^|\s)\W?\d{1,4}\W?(\s|$)/;
// A page with less text than this is a note, a label or a receipt: all of it is its text.
const MIN_RUNS = 12;
const MIN_CHARACTERS = 600;

export type PageParts = { header: Run[]; body: Run[]; footer: Run[] };

/** Parts the page's running head and foot (title, number, date) from its text. Runs come from top to bottom. */
export function partMargins(runs: readonly Run[], pageHeight: number): PageParts {
  const characters = runs.reduce((sum, { text }) => sum + text.length, 0);
  if (runs.length < MIN_RUNS || characters < MIN_CHARACTERS)
    return { header: [], body: [...runs], footer: [] };
  const small = SMALL_LETTER_RATIO * (median(runs.map(({ height }) => height)) ?? 0);
  const header = marginRow(
    runs,
    (row) =>
      row.every(({ bottom }) => bottom < HEADER_END * pageHeight) &&
      row.some(({ text, height }) => height < small || PAGE_NUMBER.test(text)),
  );
  const footer = marginRow(runs.toReversed(), (row) =>
    row.every(({ top }) => top > FOOTER_START * pageHeight),
  );
  const body = runs.filter((run) => !header.includes(run) && !footer.includes(run));
  return { header, body, footer };
}

// The outermost row, if it stands in the margin, away from the text, in letters no larger than the text's.
function marginRow(runs: readonly Run[], isInMargin: (row: readonly Run[]) => boolean): Run[] {
  const [first] = runs;
  if (!first) return [];
  const row = runs.filter((run) => onOneRow(first, run));
  const letter = median(runs.map(({ height }) => height)) ?? 0;
  const isLarge = row.some(({ height }) => height > MAX_LETTER_RATIO * letter);
  if (isLarge || !isInMargin(row)) return [];
  const others = runs.filter((run) => !row.includes(run));
  const gap = Math.min(
    ...others.flatMap((run) => row.map((own) => Math.max(run.top - own.bottom, own.top - run.bottom))),
  );
  return gap >= MIN_GAP * letter ? row.sort((a, b) => a.left - b.left) : [];
}
