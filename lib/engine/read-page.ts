import { placeLine } from './arrange/placed-line.ts';
import { readingOrder } from './arrange/reading-order.ts';
import type { TextBox } from './find/text-box.ts';
import { loadModels } from './model/load-models.ts';
import { loadGreyPage } from './open/load-grey-page.ts';
import { findUprightText, type UprightText } from './orient/find-upright-text.ts';
import type { Line, PageReading } from './page-reading.ts';
import { rounded } from './rounded.ts';

// Below this the "text" is a picture, a stamp or handwriting (PP-OCR's own default).
const MIN_LINE_CONFIDENCE = 0.5;

/**
 * Reads one page (from 1) of a file: decode, turn upright, find the lines, read each, put them in reading
 * order.
 */
export async function readPage(file: string, page: number): Promise<PageReading> {
  const text = await findUprightText(await loadModels(), await loadGreyPage(file, page));
  const { image, skew, turned } = text;
  const lines = await readLines(text);
  const placed = new Map(lines.map(({ line, box }) => [placeLine(line.text, box, skew), line]));
  const rows = readingOrder([...placed.keys()]);
  return {
    text: rows.map((row) => row.map((line) => line.text).join(' ')).join('\n'),
    width: image.width,
    height: image.height,
    turned,
    angle: rounded((skew * 180) / Math.PI, 2),
    lines: rows.flat().flatMap((line) => placed.get(line) ?? []),
  };
}

type BoxedLine = { line: Line; box: TextBox };

async function readLines({ boxes, readLine }: UprightText): Promise<BoxedLine[]> {
  const lines: BoxedLine[] = [];
  for (const box of boxes) {
    const line = await readLine(box);
    if (line && line.confidence >= MIN_LINE_CONFIDENCE) lines.push({ line, box });
  }
  return lines;
}
