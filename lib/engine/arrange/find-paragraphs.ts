import { median } from '../median.ts';
import type { TextRow } from './text-row.ts';

// A new paragraph is indented, by that many letter heights, or more of a step below than the rows are usually apart.
const MIN_INDENT = 0.8;
const MAX_STEP_SHARE = 1.28;
// In letter heights, where there are too few rows to tell their step.
const MAX_STEP = 2.8;
// Of one font, letters differ as rows hold ascenders and descenders or none.
const MIN_LETTER_RATIO = 0.65;

/** What most rows of a page have in common, in pixels, and those that begin an item of a list. */
type Page = { letter: number; step: number | undefined; items: ReadonlySet<TextRow> };

/**
 * Parts rows in reading order into paragraphs, items of lists and headings, none of them told apart yet. `items` are
 * the rows that begin an item of a list, `step` is how far apart the page's rows usually are, where it can be told.
 */
export function findParagraphs(
  rows: readonly TextRow[],
  items: ReadonlySet<TextRow>,
  step: number | undefined,
): TextRow[][] {
  const paragraphs: TextRow[][] = [];
  const page = { letter: median(rows.map(({ height }) => height)) ?? 0, step, items };
  for (const row of rows) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, row, page)) paragraph.push(row);
    else paragraphs.push([row]);
  }
  return paragraphs;
}

function goesOn(paragraph: readonly TextRow[], row: TextRow, page: Page): boolean {
  const before = paragraph.at(-1);
  const first = paragraph[0];
  if (!before || !first || before.isProse !== row.isProse || page.items.has(row)) return false;
  const [smaller, larger] = [Math.min(before.height, row.height), Math.max(before.height, row.height)];
  if (smaller < MIN_LETTER_RATIO * larger) return false;
  const letter = (smaller + larger) / 2;
  const step = row.middle - before.middle;
  const maxStep =
    page.step === undefined
      ? MAX_STEP * letter
      : MAX_STEP_SHARE * page.step * Math.max(1, letter / page.letter);
  if (step <= 0 || step > maxStep) return false;
  if (row.left > before.right || row.right < before.left) return false;
  const indent = row.left - before.left;
  if (Math.abs(indent + row.right - before.right) < letter) return true;
  return page.items.has(first) || !isIndentOfNext(paragraph, row, MIN_INDENT * letter);
}

// Either the first row of a paragraph is indented, or all rows but the first hang below it.
function isIndentOfNext(paragraph: readonly TextRow[], row: TextRow, minIndent: number): boolean {
  const [first, second, ...rest] = paragraph;
  if (!first) return false;
  if (!second) return row.left - first.left > minIndent && first.right < row.right - minIndent;
  const isHanging = second.left - first.left > minIndent;
  if (isHanging) return row.left - first.left < minIndent;
  return row.left - (rest.at(-1) ?? second).left > minIndent;
}
