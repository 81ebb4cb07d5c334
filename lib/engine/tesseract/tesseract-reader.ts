import { dirname } from 'node:path';
import type { LineWord } from '../read/group-words.ts';
import type { ColumnRange } from '../read/ink-columns.ts';
import type { LineRecogniser } from '../read/line-recogniser.ts';
import { portableGreyMap } from './portable-grey-map.ts';
import { tesseractData } from './tesseract-data.ts';
import { importTesseract, type TesseractPage, type TesseractWorker } from './tesseract-module.ts';

const LSTM_ONLY = 1;
const SINGLE_LINE = '7';
// Letters that touch the border are lost to Tesseract.
const MARGIN = 10;

export type TesseractReader = { recognise: LineRecogniser; close(): Promise<void> };

/**
 * Starts Tesseract for a language (its own code) whose data are installed. It runs in a thread of this process and
 * reads its data from their package: it asks no network and writes no file. Words come in the order of reading.
 */
export async function openTesseract(code: string): Promise<TesseractReader> {
  const data = tesseractData(code);
  if (data === null) throw new Error(`Tesseract's data for ${code} are not installed.`);
  const { createWorker } = await importTesseract();
  const worker = await createWorker(code, LSTM_ONLY, {
    langPath: dirname(data),
    cacheMethod: 'none',
    gzip: true,
  });
  await worker.setParameters({ tessedit_pageseg_mode: SINGLE_LINE });
  return readerOf(worker);
}

function readerOf(worker: TesseractWorker): TesseractReader {
  return {
    async recognise(line) {
      const answer = await worker.recognize(portableGreyMap(line, MARGIN), {}, { blocks: true });
      return wordsOf(answer.data, line.width);
    },
    async close() {
      await worker.terminate();
    },
  };
}

function wordsOf({ blocks }: TesseractPage, width: number): LineWord[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.lines),
  );
  return lines
    .flatMap((line) => line.words)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, confidence, bbox }) => ({
      text: text.trim(),
      confidence: confidence / 100,
      columns: columnsWithin(bbox.x0 - MARGIN, bbox.x1 - MARGIN, width),
    }));
}

/** The columns of a line that is `width` wide, at least one: Tesseract sees words in the margin too. */
export function columnsWithin(x0: number, x1: number, width: number): ColumnRange {
  const start = Math.min(Math.max(x0, 0), width - 1);
  return { start, end: Math.min(Math.max(x1, start + 1), width) };
}
