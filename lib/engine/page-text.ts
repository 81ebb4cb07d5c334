import type { TextBox } from './find/text-box.ts';
import type { Line, QuarterTurns, TextSource } from './page-reading.ts';

export type BoxedLine = { line: Line; box: TextBox };

/** The lines of an upright page before they are arranged. Skew in radians, clockwise. */
export type PageText = {
  width: number;
  height: number;
  turned: QuarterTurns;
  skew: number;
  source: TextSource;
  /** Codes of the languages it was read as; none for text that was not read from the picture. */
  languages?: string[];
  lines: BoxedLine[];
};
