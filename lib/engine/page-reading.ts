/** Pixels of the upright page: left, top, right, bottom. */
export type Box = [x0: number, y0: number, x1: number, y1: number];

/** Confidence runs from 0 to 1: the mean of what the model gave the characters it chose. */
export type Word = { text: string; confidence: number; box: Box };

/** One run of text on one base line. Its text is its words joined by single spaces. */
export type Line = { text: string; confidence: number; box: Box; words: Word[] };

/** Degrees, clockwise. */
export type QuarterTurns = 0 | 90 | 180 | 270;

/** Where the text comes from: read from the picture, or taken from the text that the PDF page holds. */
export type TextSource = 'picture' | 'text_layer';

/**
 * What was read on one page. `turned` tells how the page as it was stored (after EXIF) was turned to make it
 * upright; width and height are those of the upright image, in which the boxes lie. Angle is the skew of its
 * text in degrees, clockwise, 0 when none was found. Lines come in reading order; text joins them, with a line
 * break after each row of the page. Optional fields are those that readings of earlier versions lack.
 */
export type PageReading = {
  text: string;
  width: number;
  height: number;
  turned?: QuarterTurns;
  angle: number;
  source?: TextSource;
  lines: Line[];
};
