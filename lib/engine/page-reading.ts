import type { EngineIdentity } from './engine-version.ts';

/** Pixels of the upright page: left, top, right, bottom. */
export type Box = [x0: number, y0: number, x1: number, y1: number];

/**
 * Confidence runs from 0 to 1. That of the English reader is calibrated: of its words at 0.9 about 90 % are right;
 * other readers answer how sure they are themselves. Words of a PDF page's own text have 1. The box is the
 * smallest upright one around the ink of the word.
 */
export type Word = { text: string; confidence: number; box: Box };

/** One run of text on one base line. Its text is its words joined by single spaces. */
export type Line = { text: string; confidence: number; box: Box; words: Word[] };

/** A cell covers `span` columns from `column` (from 0) on. Columns that nothing stands in have no cell. */
export type TableCell = { column: number; span: number; text: string; box: Box; lines: number[] };

export type Table = { columns: number; rows: { cells: TableCell[] }[] };

/**
 * Lines that belong together, by their places among the lines of the page. A heading's level is 1 to 3, by the
 * size of its letters; the items of a list and the cells of a table tell which of the lines are theirs.
 */
export type Block = { box: Box; lines: number[] } & (
  | { type: 'paragraph' | 'header' | 'footer' | 'note' }
  | { type: 'heading'; level: number }
  | { type: 'list'; items: { lines: number[] }[] }
  | { type: 'table'; table: Table }
);

/** Degrees, clockwise. */
export type QuarterTurns = 0 | 90 | 180 | 270;

/** Where the text comes from: read from the picture, or taken from the text that the PDF page holds. */
export type TextSource = 'picture' | 'text_layer';

/**
 * What was read on one page. `turned` tells how the page as it was stored (after EXIF) was turned to make it
 * upright; width and height are those of the upright image, in which the boxes lie. Angle is the skew of its
 * text in degrees, clockwise, 0 when none was found. Lines come in reading order; text joins them, with a line
 * break after each row of the page and tabs between the cells of a table. Blocks come in reading order too; each
 * line belongs to one. Optional fields are those that readings of earlier versions lack.
 */
export type PageReading = {
  text: string;
  width: number;
  height: number;
  turned?: QuarterTurns;
  angle: number;
  source?: TextSource;
  /** Codes of the languages for which it was read: those asked for, or what the page was found to be. */
  languages?: string[];
  /** What read the page. */
  engine?: EngineIdentity;
  lines: Line[];
  blocks?: Block[];
};
