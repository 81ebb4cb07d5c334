import { characterErrorRate } from './character-error-rate.ts';
import type { PageReader } from './page-reader.ts';
import type { BenchPage, PageSet } from './page-set.ts';
import { type PageFigures, type Summary, summarise } from './summarise.ts';
import { wordF1 } from './word-f1.ts';

/** Tesseract's figures are null when it is not installed. */
export type SetFigures = {
  name: string;
  pages: { file: string; lectern: PageFigures; tesseract: PageFigures | null }[];
  lectern: Summary;
  tesseract: Summary | null;
};

/**
 * Reads each page with both engines, one right after the other, so that whatever else the machine does slows
 * both alike.
 */
export async function measureSet(
  { name, pages }: PageSet,
  lectern: PageReader,
  tesseract: PageReader | null,
): Promise<SetFigures> {
  const figures: SetFigures['pages'] = [];
  for (const page of pages) {
    figures.push({
      file: page.file,
      lectern: await measurePage(page, lectern),
      tesseract: tesseract && (await measurePage(page, tesseract)),
    });
  }
  const theirs = figures.flatMap((page) => page.tesseract ?? []);
  return {
    name,
    pages: figures,
    lectern: summarise(figures.map((page) => page.lectern)),
    tesseract: tesseract && summarise(theirs),
  };
}

async function measurePage({ file, truth }: BenchPage, reader: PageReader): Promise<PageFigures> {
  const { text, cpuSeconds } = await reader.read(file);
  return { wordF1: wordF1(truth, text), cer: characterErrorRate(truth, text), cpuSeconds };
}
