import { partsInOrder } from '../reading-direction.ts';
import { type Gutter, isPartedBy } from './find-gutters.ts';
import { isListMark } from './list-mark.ts';
import type { Placed, PlacedLine } from './placed-line.ts';
import { nextOnRow, usualSpace } from './word-gaps.ts';

/** Text on one row of one column: a line, or several in the order they are read where the finder broke it. */
export type Run = Placed & { lines: PlacedLine[] };

// In letter heights. In justified text a space becomes this wide before anything else than a space is likely.
const MAX_SPACE = 1.3;
const MAX_SPACES = 1.7;
// A wider gap is a space too if the row above or below runs on across it.
const MAX_COVERED_GAP = 6;
const NEXT_ROW = 2.5;
const MAX_MARK_GAP = 5;

/** Joins what the finder broke. Lines come sorted from top to bottom, runs too. */
export function joinRuns(lines: readonly PlacedLine[], gutters: readonly Gutter[]): Run[] {
  const maxSpace = Math.max(MAX_SPACE, MAX_SPACES * usualSpace(lines));
  const next = new Map<PlacedLine, PlacedLine>();
  const joined = new Set<PlacedLine>();
  lines.forEach((line, index) => {
    const right = nextOnRow(line, lines, index);
    if (!right || joined.has(right) || !isSpace(line, right)) return;
    next.set(line, right);
    joined.add(right);
  });
  const runs = lines.filter((line) => !joined.has(line)).map((line) => runFrom(line, next));
  return runs.sort((a, b) => a.middle - b.middle);

  function isSpace(line: PlacedLine, right: PlacedLine): boolean {
    const gap = (right.left - line.right) / Math.min(line.height, right.height);
    if (isPartedBy(gutters, line.middle, line, right)) return false;
    if (isListMark(line.text)) return gap <= MAX_MARK_GAP;
    return gap <= maxSpace || (gap <= MAX_COVERED_GAP && isCovered(line, right, lines));
  }
}

function isCovered(line: PlacedLine, right: PlacedLine, lines: readonly PlacedLine[]): boolean {
  return lines.some((other) => {
    const distance = Math.abs(other.middle - line.middle);
    if (distance < line.height / 2 || distance > NEXT_ROW * line.height) return false;
    return other.left < line.right && other.right > right.left;
  });
}

function runFrom(first: PlacedLine, next: ReadonlyMap<PlacedLine, PlacedLine>): Run {
  const lines: PlacedLine[] = [];
  for (let line: PlacedLine | undefined = first; line; line = next.get(line)) lines.push(line);
  return runOf(lines);
}

/** The run of lines on one row, of which there is at least one. */
export function runOf(onRow: readonly PlacedLine[]): Run {
  const lines = partsInOrder(onRow, ({ left }) => left);
  const top = meanOf(lines.map((line) => line.top));
  const bottom = meanOf(lines.map((line) => line.bottom));
  return {
    lines,
    text: lines.map(({ text }) => text).join(' '),
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    top,
    bottom,
    middle: (top + bottom) / 2,
    height: bottom - top,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
