import { loadModels } from './model/load-models.ts';
import { loadGreyPage } from './open/load-grey-page.ts';
import { findUprightText, type UprightText } from './orient/find-upright-text.ts';
import type { BoxedLine, PageText } from './page-text.ts';
import type { ReadingOptions, ReadingProgress } from './reading-options.ts';

// Below this the "text" is a picture, a stamp or handwriting (PP-OCR's own default).
const MIN_LINE_CONFIDENCE = 0.5;

/** Reads one page (from 1) from its picture: decode, turn upright, find the lines, read each. */
export async function recognisePage(
  file: string,
  page: number,
  _options: ReadingOptions,
  report: (progress: ReadingProgress) => void,
): Promise<PageText> {
  report({ step: 'open', percent: 0 });
  const image = await loadGreyPage(file, page);
  report({ step: 'find', percent: 5 });
  const text = await findUprightText(await loadModels(), image);
  const { width, height } = text.image;
  const lines = await readLines(text, report);
  return { width, height, turned: text.turned, skew: text.skew, source: 'picture', lines };
}

async function readLines(
  { boxes, readLine }: UprightText,
  report: (progress: ReadingProgress) => void,
): Promise<BoxedLine[]> {
  const lines: BoxedLine[] = [];
  for (const [index, box] of boxes.entries()) {
    report({ step: 'read', percent: 15 + Math.floor((80 * index) / boxes.length) });
    const line = await readLine(box);
    if (line && line.confidence >= MIN_LINE_CONFIDENCE) lines.push({ line, box });
  }
  return lines;
}
