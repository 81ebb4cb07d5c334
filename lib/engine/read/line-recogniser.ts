import type { GreyImage } from '../open/grey-image.ts';
import type { LineWord } from './group-words.ts';

/** Reads the picture of one line, 48 pixels high: a PP-OCR model does, or Tesseract. */
export type LineRecogniser = (line: GreyImage) => Promise<LineWord[]>;
