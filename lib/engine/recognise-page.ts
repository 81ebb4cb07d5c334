import type { TextBox } from './find/text-box.ts';
import { type PlannedLanguages, plannedLanguages } from './languages.ts';
import { loadDetector } from './model/load-models.ts';
import { loadGreyPage } from './open/load-grey-page.ts';
import { findUprightText } from './orient/find-upright-text.ts';
import { readAnyWay } from './orient/read-any-way.ts';
import type { BoxedLine, PageText } from './page-text.ts';
import { calibrateLine, confidenceScales } from './read/calibrate-confidence.ts';
import { type ChosenReader, chooseReader, type EnglishPage } from './read/choose-reader.ts';
import { MIN_LINE_CONFIDENCE } from './read/line-reader.ts';
import type { LineRecogniser } from './read/line-recogniser.ts';
import { loadModelReader, loadTesseractReader } from './read/load-reader.ts';
import type { ReadingOptions, ReadingProgress } from './reading-options.ts';
import { smoothRoughPrint } from './smooth-rough-print.ts';
import { isLayerRight } from './text-layer/judge-layer.ts';
import type { TextLayer } from './text-layer/read-text-layer.ts';

/**
 * Reads one page (from 1) from its picture: decode, turn upright, find the lines, read each. A text layer that is
 * in doubt is answered instead when the picture does not speak against it.
 */
export async function recognisePage(
  file: string,
  page: number,
  { languages = [], password }: ReadingOptions,
  report: (progress: ReadingProgress) => void,
  doubtfulLayer?: TextLayer | null,
): Promise<PageText> {
  const plan = plannedLanguages(languages);
  report({ step: 'open', percent: 0 });
  const image = await loadGreyPage(file, page, password);
  report({ step: 'find', percent: 5, pixels: image.width * image.height });
  const recognise = await firstReader(plan);
  const models = { detector: await loadDetector(), recognise };
  const text = await smoothRoughPrint(await findUprightText(models, image), recognise);
  const chosen = await readerOf(plan, text);
  if (doubtfulLayer && (await isLayerRight(doubtfulLayer, text, chosen))) return doubtfulLayer.text;
  const { width, height } = text.image;
  const lines = await readLines(text.boxes, chosen, report);
  const { turned, skew } = text;
  return { width, height, turned, skew, source: 'picture', languages: chosen.languages, lines };
}

/** What reads the page: as planned, or by what the first reader makes of it. */
export async function readerOf(plan: PlannedLanguages, text: EnglishPage): Promise<ChosenReader> {
  if (plan.reader === 'auto') return await chooseReader(text);
  return {
    reader: plan.reader,
    readLine: text.readLine,
    languages: plan.languages.map(({ code }) => code),
  };
}

// What has been found out about a page with the English model is not read again if the page is English.
export async function firstReader({ reader, tesseract }: PlannedLanguages): Promise<LineRecogniser> {
  if (tesseract !== null) return await loadTesseractReader(tesseract);
  return await loadModelReader(reader === 'auto' || reader === 'tesseract' ? 'english' : reader);
}

async function readLines(
  boxes: readonly TextBox[],
  { readLine, reader }: ChosenReader,
  report: (progress: ReadingProgress) => void,
): Promise<BoxedLine[]> {
  const lines: BoxedLine[] = [];
  for (const [index, box] of boxes.entries()) {
    report({ step: 'read', percent: 15 + Math.floor((80 * index) / boxes.length) });
    const line = await readAnyWay(readLine, box);
    if (line && line.confidence >= MIN_LINE_CONFIDENCE)
      lines.push({ line: calibrateLine(line, confidenceScales[reader]), box });
  }
  return lines;
}
