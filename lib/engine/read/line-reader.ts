import type { TextBox } from '../find/text-box.ts';
import type { Recogniser } from '../model/load-models.ts';
import type { GreyImage } from '../open/grey-image.ts';
import { unionOf, wordBox } from '../page-boxes.ts';
import type { Line } from '../page-reading.ts';
import { rounded } from '../rounded.ts';
import { createLineCutter } from './line-image.ts';
import { recogniseLine } from './recognise-line.ts';

/** Reads the line in a box; null when there is no text in it. The same box again costs nothing. */
export type LineReader = (box: TextBox) => Promise<Line | null>;

export function createLineReader(recogniser: Recogniser, page: GreyImage): LineReader {
  const cutLine = createLineCutter(page);
  const lines = new Map<TextBox, Line | null>();
  return async function readLine(box) {
    const known = lines.get(box);
    if (known !== undefined) return known;
    const line = await readImage(recogniser, cutLine(box), box, page);
    lines.set(box, line);
    return line;
  };
}

async function readImage(
  recogniser: Recogniser,
  picture: GreyImage,
  box: TextBox,
  page: GreyImage,
): Promise<Line | null> {
  const words = (await recogniseLine(recogniser, picture)).map(({ text, confidence, columns }) => ({
    text,
    confidence: rounded(confidence, 3),
    box: wordBox(box, columns, picture.width, page),
  }));
  if (words.length === 0) return null;
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
  return {
    text: words.map((word) => word.text).join(' '),
    confidence: rounded(confidence, 3),
    box: unionOf(words.map((word) => word.box)),
    words,
  };
}
