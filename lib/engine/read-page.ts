import { placeLine } from './arrange/placed-line.ts';
import { readingOrder } from './arrange/reading-order.ts';
import { findText } from './find/find-text.ts';
import type { TextBox } from './find/text-box.ts';
import { loadModels, type Recogniser } from './model/load-models.ts';
import type { GreyImage } from './open/grey-image.ts';
import { loadGreyPage } from './open/load-grey-page.ts';
import { unionOf, wordBox } from './page-boxes.ts';
import type { Line, PageReading } from './page-reading.ts';
import { createLineCutter } from './read/line-image.ts';
import { recogniseLine } from './read/recognise-line.ts';

// Below this the "text" is a picture, a stamp or handwriting (PP-OCR's own default).
const MIN_LINE_CONFIDENCE = 0.5;

/** Reads one page (from 1) of a file: decode, find the lines, read each, put them in reading order. */
export async function readPage(file: string, page: number): Promise<PageReading> {
  const image = await loadGreyPage(file, page);
  const { detector, recogniser } = await loadModels();
  const { boxes, skew } = await findText(detector, image);
  const lines = await readLines(recogniser, image, boxes);
  const placed = new Map(lines.map(({ line, box }) => [placeLine(line.text, box, skew), line]));
  const rows = readingOrder([...placed.keys()]);
  return {
    text: rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n'),
    width: image.width,
    height: image.height,
    angle: rounded((skew * 180) / Math.PI, 2),
    lines: rows.flat().flatMap((line) => placed.get(line) ?? []),
  };
}

// More digits than the model means would only make results larger.
function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

type BoxedLine = { line: Line; box: TextBox };

async function readLines(
  recogniser: Recogniser,
  image: GreyImage,
  boxes: readonly TextBox[],
): Promise<BoxedLine[]> {
  const cutLine = createLineCutter(image);
  const lines: BoxedLine[] = [];
  for (const box of boxes) {
    const picture = cutLine(box);
    const words = (await recogniseLine(recogniser, picture)).map(({ text, confidence, columns }) => ({
      text,
      confidence: rounded(confidence, 3),
      box: wordBox(box, columns, picture.width, image),
    }));
    const text = words.map((word) => word.text).join(' ');
    const letters = words.reduce((sum, word) => sum + word.text.length, 0);
    const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
    if (words.length === 0 || confidence < MIN_LINE_CONFIDENCE) continue;
    lines.push({
      line: { text, confidence: rounded(confidence, 3), box: unionOf(words.map((word) => word.box)), words },
      box,
    });
  }
  return lines;
}
