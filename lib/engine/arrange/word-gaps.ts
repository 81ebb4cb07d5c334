import { median } from '../median.ts';
import { isListMark } from './list-mark.ts';
import { onOneRow, type PlacedLine, type PlacedWord, type Span } from './placed-line.ts';

/** The space between two words that stand side by side, within a line or between two lines of one row. */
export type WordGap = Span & { middle: number; height: number };

// A word space is about 0.5 letter heights wide; one of a typewriter 1.3, of a justified narrow column up to 2.
const USUAL_SPACE = 0.5;
const MIN_COLUMN_GAP = 1;
const MIN_SPACES = 1.7;
// With fewer spaces than that the page cannot tell how wide its own are.
const SPACES_TO_TELL = 8;

/** All gaps between words, from the top of the page to its bottom. Lines come sorted from top to bottom. */
export function wordGaps(lines: readonly PlacedLine[]): WordGap[] {
  const gaps = lines.flatMap((line, index) => [...gapsWithin(line), ...gapsAfter(line, lines, index)]);
  return gaps.sort((a, b) => a.middle - b.middle);
}

/** What lies at least between two columns, in letter heights: more than the spaces between words. */
export function minColumnGap(lines: readonly PlacedLine[]): number {
  return Math.max(MIN_COLUMN_GAP, MIN_SPACES * usualSpace(lines));
}

/** How wide the page's spaces between words are, in letter heights. */
export function usualSpace(lines: readonly PlacedLine[]): number {
  const spaces = lines.flatMap(gapsWithin).map(({ left, right, height }) => (right - left) / height);
  return spaces.length < SPACES_TO_TELL ? USUAL_SPACE : (median(spaces) ?? USUAL_SPACE);
}

function gapsWithin({ words, middle, height }: PlacedLine): WordGap[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    // What follows the mark of a list item belongs to it, however far away it stands.
    if (!before || (index === 0 && isListMark(before.word.text))) return [];
    return [{ left: before.right, right: word.left, middle, height }];
  });
}

function gapsAfter(line: PlacedLine, lines: readonly PlacedLine[], index: number): WordGap[] {
  if (isListMark(line.text)) return [];
  const next = nextOnRow(line, lines, index);
  const last: PlacedWord | undefined = line.words.at(-1);
  if (!next || !last) return [];
  return [
    { left: last.right, right: next.left, middle: line.middle, height: Math.min(line.height, next.height) },
  ];
}

/** The line right of this one on its row. Lines come sorted from top to bottom. */
export function nextOnRow(line: PlacedLine, lines: readonly PlacedLine[], index: number): PlacedLine | null {
  let next: PlacedLine | null = null;
  for (const step of [-1, 1]) {
    for (let at = index + step; at >= 0 && at < lines.length; at += step) {
      const other = lines[at];
      if (!other || Math.abs(other.middle - line.middle) > line.height) break;
      const isRight = other.left + other.right > line.left + line.right && other.left > line.left;
      if (isRight && onOneRow(line, other) && (!next || other.left < next.left)) next = other;
    }
  }
  return next;
}
