import type { Run } from './join-runs.ts';
import { onOneRow, overlap, widthOf } from './placed-line.ts';
import { rowMates } from './row-mates.ts';
import { usualStep } from './usual-step.ts';

/** Lines below each other that look like one run of text, from top to bottom. */
export type Block = { lines: Run[]; left: number; right: number; top: number; bottom: number };

// A paragraph's lines are less than 2.2 letter heights apart, or hardly more than most of the page, and of like
// letter height.
const MAX_GAP = 2.2;
const MAX_STEP_SHARE = 1.28;
const MIN_HEIGHT_RATIO = 0.65;
const MAX_HEIGHT_RATIO = 1.55;
// Only lines this long are prose that is set widely: the rows of receipts and tables often stand as far apart.
const MIN_CHARACTERS_IF_FAR = 30;
// No line further below than this can continue a line: the search stops.
const SEARCH_DEPTH = 6;

/**
 * Links each line to the one that continues it below, if there is exactly one. Lines come sorted from top to
 * bottom.
 */
export function stackLines(lines: readonly Run[]): Block[] {
  const below = new Map<Run, Run>();
  const continued = new Set<Run>();
  const mates = rowMates(lines);
  const maxStep = MAX_STEP_SHARE * (usualStep(lines) ?? 0);
  lines.forEach((line, index) => {
    const next = nearestBelow(line, lines, index, maxStep);
    if (!next || continued.has(next)) return;
    // A line across two columns continues neither, and neither continues it.
    if (hasRival(line, mates.get(next)) || hasRival(next, mates.get(line))) return;
    below.set(line, next);
    continued.add(next);
  });
  return lines.filter((line) => !continued.has(line)).map((first) => blockFrom(first, below));
}

function nearestBelow(line: Run, lines: readonly Run[], index: number, maxStep: number): Run | null {
  for (let at = index + 1; at < lines.length; at++) {
    const other = lines[at];
    if (!other || other.middle - line.middle > SEARCH_DEPTH * line.height) break;
    const mayBeFar = line.text.length >= MIN_CHARACTERS_IF_FAR && other.middle - line.middle <= maxStep;
    if ((!mayBeFar && other.top - line.bottom > MAX_GAP * line.height) || onOneRow(line, other)) continue;
    if (overlap(line, other) < 0.5 * Math.min(widthOf(line), widthOf(other))) continue;
    const ratio = other.height / line.height;
    if (ratio < MIN_HEIGHT_RATIO || ratio > MAX_HEIGHT_RATIO) continue;
    return other;
  }
  return null;
}

// Whether one beside the line's neighbour lies mostly above or below the line as well.
function hasRival(line: Run, besideNeighbour: readonly Run[] = []): boolean {
  return besideNeighbour.some((other) => overlap(line, other) > 0.5 * widthOf(other));
}

function blockFrom(first: Run, below: ReadonlyMap<Run, Run>): Block {
  const lines: Run[] = [];
  for (let line: Run | undefined = first; line; line = below.get(line)) lines.push(line);
  return {
    lines,
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    top: Math.min(...lines.map(({ top }) => top)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
}
