import { median } from '../median.ts';
import { onOneRow, overlap, type Placed, widthOf } from './placed-line.ts';

// In letter heights: text set with twice the usual spacing steps 4.6, and nothing further below is its next row.
const MAX_STEP = 6;
// Of one font, letters differ as rows hold ascenders and descenders or none.
const MIN_LETTER_RATIO = 0.65;
// With fewer neighbours than that the rows cannot tell how far apart they usually are.
const STEPS_TO_TELL = 3;

/**
 * From the middle of a row to the middle of the next of its column, for most of the rows; undefined for too few rows
 * to tell.
 */
export function usualStep(rows: readonly Placed[]): number | undefined {
  const sorted = [...rows].sort((a, b) => a.middle - b.middle);
  const steps = sorted.flatMap((row, index) => stepBelow(row, sorted, index));
  return steps.length < STEPS_TO_TELL ? undefined : median(steps);
}

function stepBelow(row: Placed, sorted: readonly Placed[], index: number): number[] {
  for (let at = index + 1; at < sorted.length; at++) {
    const other = sorted[at];
    if (!other || other.middle - row.middle > MAX_STEP * row.height) break;
    if (onOneRow(row, other) || overlap(row, other) < 0.5 * Math.min(widthOf(row), widthOf(other))) continue;
    const ratio = Math.min(row.height, other.height) / Math.max(row.height, other.height);
    return ratio < MIN_LETTER_RATIO ? [] : [other.middle - row.middle];
  }
  return [];
}
