import { rightWords } from './align-words.ts';
import { foldedWord, foldedWords } from './word-f1.ts';

export type JudgedWord = { confidence: number; right: boolean };

/** Words whose confidence lies in a tenth: how sure the engine was of them and how many were right, as shares. */
export type ReliabilityBin = { from: number; words: number; confidence: number; right: number };

/** The error is the expected calibration error: the mean distance of confidence and share of right words. */
export type Reliability = { words: number; error: number; bins: ReliabilityBin[] };

const BINS = 10;

/** Says of each word of a reading whether it is right, compared as for word F1; signs alone are no words. */
export function judgeWords(
  truth: string,
  words: readonly { text: string; confidence: number }[],
): JudgedWord[] {
  const read = words
    .map(({ text, confidence }) => ({ text: foldedWord(text), confidence }))
    .filter(({ text }) => text !== '');
  const right = rightWords(
    foldedWords(truth),
    read.map(({ text }) => text),
  );
  return read.map(({ confidence }, index) => ({ confidence, right: right[index] ?? false }));
}

/** How well confidences tell the share of right words; bins without words are left out. */
export function reliabilityOf(words: readonly JudgedWord[]): Reliability {
  const bins: ReliabilityBin[] = [];
  for (let bin = 0; bin < BINS; bin++) {
    const members = words.filter(({ confidence }) => binOf(confidence) === bin);
    if (members.length === 0) continue;
    bins.push({
      from: bin / BINS,
      words: members.length,
      confidence: meanOf(members.map(({ confidence }) => confidence)),
      right: meanOf(members.map(({ right }) => (right ? 1 : 0))),
    });
  }
  const distances = bins.map((bin) => bin.words * Math.abs(bin.confidence - bin.right));
  const error = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, words.length);
  return { words: words.length, error, bins };
}

function binOf(confidence: number): number {
  return Math.min(BINS - 1, Math.floor(confidence * BINS));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
