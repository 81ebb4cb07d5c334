import { median } from '../median.ts';
import { capitalHeight } from './letter-size.ts';
import type { TextRow } from './text-row.ts';
import { usualStep } from './usual-step.ts';

/** What most of a page's text has in common, in pixels: its letters' height and, where they can be told, the rest. */
export type UsualText = { letter: number; capital: number | undefined; step: number | undefined };

/** The height of letters counts as often as a row has characters. */
export function usualText(rows: readonly TextRow[]): UsualText {
  return {
    letter: median(rows.flatMap(({ text, height }) => new Array<number>(text.length).fill(height))) ?? 0,
    capital: capitalHeight(rows),
    // Running text tells it best: cells and single lines stand wherever they were put.
    step: usualStep(rows.filter(({ isProse }) => isProse)) ?? usualStep(rows),
  };
}
