import type { Box, QuarterTurns } from '../page-reading.ts';

/** A word of a text layer, in pixels of the upright page. */
export type LayerWord = { text: string; box: Box };

/** A line of a text layer: its text tells what stands between its words. */
export type LayerLine = { text: string; box: Box; words: LayerWord[] };

/** The text to lay over one page (from 1). `turned` tells how the stored page was turned to be upright. */
export type TextLayer = {
  page: number;
  width: number;
  height: number;
  turned: QuarterTurns;
  lines: LayerLine[];
};

/** With `follows`, the bytes are to be written after those of the original; else they are the whole PDF. */
export type SearchablePdf = { follows: boolean; bytes: Uint8Array };
