import { median } from '../median.ts';
import type { TextRow } from './text-row.ts';

// Words that reach from the baseline to the height of a capital, and how much higher those are that go below it too.
const TALL_WORD = /^(?=.*[A-Z0-9bdfhkl])[A-Za-z0-9.:'’-]+$/;
const BELOW_BASELINE = /[gjpqyQ]/;
const WITH_DESCENDER = 1.27;

/**
 * The height of the rows' capitals as their ink shows it, in pixels: the finder's letter height differs by a quarter
 * within one font. Undefined where no word of Latin letters tells.
 */
export function capitalHeight(rows: readonly TextRow[]): number | undefined {
  const words = rows.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  return median(
    words
      .filter(({ word }) => TALL_WORD.test(word.text))
      .map(({ word, height }) => (BELOW_BASELINE.test(word.text) ? height / WITH_DESCENDER : height)),
  );
}
