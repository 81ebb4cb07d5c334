import type { ExtractionWord } from '#lib/contracts/index.ts';

export type WordMark = 'doubtful' | 'corrected' | 'confirmed';

/** How a word is marked: what people said about it, else whether the machine was too unsure; null: not at all. */
export function wordMark({ confidence, by }: ExtractionWord, threshold: number): WordMark | null {
  return by ?? (confidence !== null && confidence < threshold ? 'doubtful' : null);
}
