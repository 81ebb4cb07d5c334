import type { Line } from '../page-reading.ts';
import { rounded } from '../rounded.ts';

/**
 * A logistic rule (Platt): the log odds that a word is right are the log odds of the model's confidence, times
 * the slope, plus the offset. Fitted and tested by `npm run bench:ocr -- --fit-confidence`; docs/engine.md has
 * the pages and the figures. Nothing else that was tried (least sure letter, length, sureness of the spaces,
 * confidence of the line) made the error of other pages clearly smaller.
 */
export const confidenceScale = { slope: 1, offset: -0.8 };

// Nearer to 0 or 1 the model's figures say nothing more: words at 0.999 and at 1 are equally often right.
const CLOSEST = 0.001;

/** The line with confidences that tell how many of such words are right, where the models tell how sure they are. */
export function calibrateLine(line: Line): Line {
  const words = line.words.map((word) => ({ ...word, confidence: calibrated(word.confidence) }));
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
  return { ...line, words, confidence: rounded(confidence, 3) };
}

function calibrated(modelConfidence: number): number {
  const inside = Math.min(1 - CLOSEST, Math.max(CLOSEST, modelConfidence));
  const { slope, offset } = confidenceScale;
  const logOdds = slope * Math.log(inside / (1 - inside)) + offset;
  return rounded(1 / (1 + Math.exp(-logOdds)), 3);
}
