import { unionOf } from './page-boxes.ts';
import type { Line, Word } from './page-reading.ts';
import { rounded } from './rounded.ts';

/** The line that the words, of which there is at least one, make. A word counts by its letters. */
export function lineOfWords(words: readonly Word[]): Line {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
  return {
    text: words.map((word) => word.text).join(' '),
    confidence: rounded(confidence, 3),
    box: unionOf(words.map((word) => word.box)),
    words: [...words],
  };
}
