import type { TextBox } from '../find/text-box.ts';
import { lineOfWords } from '../line-of-words.ts';
import type { GreyImage } from '../open/grey-image.ts';
import { wordBox } from '../page-boxes.ts';
import type { Line } from '../page-reading.ts';
import { rounded } from '../rounded.ts';
import { letterInk } from './letter-ink.ts';
import { levelLine } from './level-line.ts';
import { createLineCutter } from './line-image.ts';
import type { LineRecogniser } from './line-recogniser.ts';

/** Below this, of the model's own confidence, the "text" is a picture, a stamp or handwriting (PP-OCR's default). */
export const MIN_LINE_CONFIDENCE = 0.5;

/** Reads the line in a box; null when there is no text in it. The same box again costs nothing. */
export type LineReader = (box: TextBox) => Promise<Line | null>;

export function createLineReader(recognise: LineRecogniser, page: GreyImage): LineReader {
  const cutLine = createLineCutter(page);
  const lines = new Map<TextBox, Line | null>();
  return async function readLine(box) {
    const known = lines.get(box);
    if (known !== undefined) return known;
    const line = await readImage(recognise, levelLine(cutLine(box)), box, page);
    lines.set(box, line);
    return line;
  };
}

async function readImage(
  recognise: LineRecogniser,
  picture: GreyImage,
  box: TextBox,
  page: GreyImage,
): Promise<Line | null> {
  const ink = letterInk(picture);
  const words = (await recognise(picture)).map(({ text, confidence, columns }) => ({
    text,
    confidence: rounded(confidence, 3),
    box: wordBox({ box, image: picture }, columns, ink, page),
  }));
  return words.length === 0 ? null : lineOfWords(words);
}
