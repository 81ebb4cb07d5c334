import type { ReaderName } from '#lib/contracts/language.ts';
import type { Line } from '../page-reading.ts';
import { rounded } from '../rounded.ts';

/** A logistic rule (Platt): the log odds that a word is right are those of the confidence, times slope, plus offset. */
export type ConfidenceScale = { slope: number; offset: number };

/** For readers on whose own words none was fitted: their confidence is answered as they tell it. */
const asTold: ConfidenceScale = { slope: 1, offset: 0 };

/**
 * The scale of each reader. That of the English one is fitted and tested by `npm run bench:ocr -- --fit-confidence`;
 * docs/engine.md has the pages and the figures. Nothing else that was tried (least sure letter, length, sureness of
 * the spaces, confidence of the line) made the error of other pages clearly smaller.
 */
export const confidenceScales: Readonly<Record<ReaderName, ConfidenceScale>> = {
  english: { slope: 1, offset: -0.8 },
  latin: asTold,
  chinese: asTold,
  japanese: asTold,
  tesseract: asTold,
};

// Nearer to 0 or 1 the model's figures say nothing more: words at 0.999 and at 1 are equally often right.
const CLOSEST = 0.001;

/** The line with confidences that tell how many of such words are right, where the reader tells how sure it is. */
export function calibrateLine(line: Line, scale: ConfidenceScale): Line {
  const words = line.words.map((word) => ({ ...word, confidence: calibrated(word.confidence, scale) }));
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
  return { ...line, words, confidence: rounded(confidence, 3) };
}

function calibrated(readerConfidence: number, { slope, offset }: ConfidenceScale): number {
  const inside = Math.min(1 - CLOSEST, Math.max(CLOSEST, readerConfidence));
  const logOdds = slope * Math.log(inside / (1 - inside)) + offset;
  return rounded(1 / (1 + Math.exp(-logOdds)), 3);
}
