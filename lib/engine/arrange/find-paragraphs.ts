import { median } from '../median.ts';
import { capitalHeight } from './letter-size.ts';
import type { TextRow } from './text-row.ts';
import type { UsualText } from './usual-text.ts';

// A new paragraph is indented, by that many letter heights, or more of a step below than the rows are usually apart.
const MIN_INDENT = 0.8;
const MAX_STEP_SHARE = 1.22;
// Rows of letters this much larger than the page's stand as much further apart; ink is measured to less.
const LARGE = 1.15;
// In letter heights, where there are too few rows to tell their step.
const MAX_STEP = 2.8;
// Of one font, letters differ as rows hold ascenders and descenders or none.
const MIN_LETTER_RATIO = 0.65;

/**
 * Parts rows in reading order into paragraphs, items of lists and headings, none of them told apart yet. `items` are
 * the rows that begin an item of a list, `usual` is the text of the page.
 */
export function findParagraphs(
  rows: readonly TextRow[],
  items: ReadonlySet<TextRow>,
  usual: UsualText,
): TextRow[][] {
  const paragraphs: TextRow[][] = [];
  for (const row of rows) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, row, items, usual)) paragraph.push(row);
    else paragraphs.push([row]);
  }
  return paragraphs;
}

function goesOn(
  paragraph: readonly TextRow[],
  row: TextRow,
  items: ReadonlySet<TextRow>,
  usual: UsualText,
): boolean {
  const before = paragraph.at(-1);
  const first = paragraph[0];
  if (!before || !first || before.isProse !== row.isProse || items.has(row)) return false;
  const [smaller, larger] = [Math.min(before.height, row.height), Math.max(before.height, row.height)];
  if (smaller < MIN_LETTER_RATIO * larger) return false;
  const letter = (smaller + larger) / 2;
  const step = row.middle - before.middle;
  if (step <= 0 || step > maxStep([before, row], usual)) return false;
  if (row.left > before.right || row.right < before.left) return false;
  const indent = row.left - before.left;
  if (Math.abs(indent + row.right - before.right) < letter) return true;
  return items.has(first) || !isIndentOfNext(paragraph, row, MIN_INDENT * letter);
}

function maxStep(rows: readonly TextRow[], usual: UsualText): number {
  const letter = median(rows.map(({ height }) => height)) ?? 0;
  if (usual.step === undefined) return MAX_STEP * letter;
  const ink = capitalHeight(rows);
  const size = ink && usual.capital ? ink / usual.capital : letter / usual.letter;
  return MAX_STEP_SHARE * usual.step * (size > LARGE ? size : 1);
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
