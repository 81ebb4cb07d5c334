import type { PreparedEngine } from '#lib/engine/index.ts';
import { type BoxErrors, boxErrorsOf, edgeDistances } from './box-errors.ts';
import { characterErrorRate } from './character-error-rate.ts';
import { createLecternReader, type LecternText } from './lectern-reader.ts';
import type { PageReader, TimedText } from './page-reader.ts';
import type { BenchPage, PageSet } from './page-set.ts';
import { type JudgedWord, judgeWords, type Reliability, reliabilityOf } from './reliability.ts';
import { type PageFigures, type Summary, spreadOf, summarise } from './summarise.ts';
import { wordF1 } from './word-f1.ts';

/** Tesseract's figures are null when it is not installed; boxes are null where their truth is not known. */
export type SetFigures = {
  name: string;
  pages: { file: string; lectern: PageFigures; tesseract: PageFigures | null }[];
  lectern: Summary;
  tesseract: Summary | null;
  /** The median of the pages. */
  stepCpuSeconds: Record<string, number>;
  peakMegabytes: number;
  reliability: Reliability;
  boxes: BoxErrors | null;
};

/** The words of all pages of a set come along for what is told of all sets together. */
export type MeasuredSet = { figures: SetFigures; words: JudgedWord[] };

/**
 * Reads each page with both engines, one right after the other, so that whatever else the machine does slows
 * both alike. Our engine gets a fresh child for the set, which has read a page before it is measured.
 */
export async function measureSet(
  { name, pages }: PageSet,
  tesseract: PageReader | null,
  prepared: PreparedEngine | null,
): Promise<MeasuredSet> {
  const figures: SetFigures['pages'] = [];
  const readings: { page: BenchPage; reading: LecternText }[] = [];
  const lectern = createLecternReader(prepared);
  try {
    for (const page of pages.slice(0, 1)) await lectern.read(page.file);
    for (const page of pages) {
      const reading = await lectern.read(page.file);
      const theirs = tesseract && (await tesseract.read(page.file));
      readings.push({ page, reading });
      figures.push({
        file: page.file,
        lectern: figuresOf(page, reading),
        tesseract: theirs && figuresOf(page, theirs),
      });
    }
  } finally {
    await lectern.close();
  }
  const words = readings.flatMap(({ page, reading }) => judgeWords(page.truth, reading.words));
  const distances = readings.flatMap(({ page, reading }) =>
    page.words ? edgeDistances(page.words, reading.words) : [],
  );
  return {
    figures: {
      name,
      pages: figures,
      lectern: summarise(figures.map((page) => page.lectern)),
      tesseract: tesseract && summarise(figures.flatMap((page) => page.tesseract ?? [])),
      stepCpuSeconds: medianSteps(readings.map(({ reading }) => reading.stepCpuSeconds)),
      peakMegabytes: Math.max(...readings.map(({ reading }) => reading.peakMegabytes)),
      reliability: reliabilityOf(words),
      boxes: boxErrorsOf(distances),
    },
    words,
  };
}

function figuresOf({ truth }: BenchPage, { text, cpuSeconds }: TimedText): PageFigures {
  return { wordF1: wordF1(truth, text), cer: characterErrorRate(truth, text), cpuSeconds };
}

function medianSteps(pages: readonly Record<string, number>[]): Record<string, number> {
  const steps = [...new Set(pages.flatMap((page) => Object.keys(page)))];
  return Object.fromEntries(
    steps.map((step) => [step, spreadOf(pages.map((page) => page[step] ?? 0)).median]),
  );
}
