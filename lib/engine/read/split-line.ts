import { median } from '../median.ts';
import { type ColumnRange, inkFreeGaps } from './ink-columns.ts';

// Lines of more columns overflow the processor's cache in the recogniser: pieces of 640 took 17 % less time.
const PIECE_WIDTH = 640;
const MAX_WIDTH = 800;
const MIN_PIECE_WIDTH = 48;
// A word gap is at least 9 columns and clearly wider than the gaps between this line's letters.
const MIN_GAP = 9;
const GAP_TO_MEDIAN = 2.2;
// Behind the last letter of a piece. With half a gap of paper there the model now and then sees a full stop in it:
// of 730 pieces of drawn pages 6 were misread, so 2.
const PAPER_BEHIND = 2;

/**
 * Cuts a long line into pieces of about 640 columns, only inside gaps that are clearly between words. A piece begins
 * in the middle of a gap and ends shortly after the ink before the next.
 */
export function splitLine(ink: Uint8Array): ColumnRange[] {
  const width = ink.length;
  if (width <= MAX_WIDTH) return [{ start: 0, end: width }];
  const gaps = inkFreeGaps(ink, { start: 0, end: width });
  const needed = Math.max(MIN_GAP, GAP_TO_MEDIAN * (median(gaps.map(widthOf)) ?? 0) + 1);
  const wordGaps = gaps.filter((gap) => widthOf(gap) >= needed);
  const pieces = Math.max(2, Math.round(width / PIECE_WIDTH));
  const cuts: ColumnRange[] = [];
  for (let piece = 1; piece < pieces; piece++) {
    const previous = cuts.at(-1);
    const from = previous ? middleOf(previous) : 0;
    const cut = bestCut(wordGaps, (piece * width) / pieces, width / pieces, from, width, needed);
    if (cut) cuts.push(cut);
  }
  const starts = [0, ...cuts.map(middleOf)];
  return starts.map((start, index) => ({
    start,
    end: (cuts[index]?.start ?? width - PAPER_BEHIND) + PAPER_BEHIND,
  }));
}

// The gap that is widest and nearest to where the pieces would be equal.
function bestCut(
  wordGaps: readonly ColumnRange[],
  wanted: number,
  pieceWidth: number,
  previousCut: number,
  lineWidth: number,
  needed: number,
): ColumnRange | null {
  let best: ColumnRange | null = null;
  let bestScore = -Infinity;
  for (const gap of wordGaps) {
    const middle = middleOf(gap);
    const distance = Math.abs(middle - wanted);
    if (middle < previousCut + MIN_PIECE_WIDTH || middle > lineWidth - MIN_PIECE_WIDTH) continue;
    if (distance > 0.4 * pieceWidth) continue;
    const score = Math.min(widthOf(gap), 3 * needed) - (distance / pieceWidth) * 20;
    if (score > bestScore) {
      bestScore = score;
      best = gap;
    }
  }
  return best;
}

function widthOf({ start, end }: ColumnRange): number {
  return end - start;
}

function middleOf(gap: ColumnRange): number {
  return gap.start + (widthOf(gap) >> 1);
}
