import type { TextBox } from '../find/text-box.ts';
import type { LineReader } from '../read/line-reader.ts';

// On full pages they hold 100 letters or more, which is plenty to tell.
const SAMPLE_LINES = 5;

type FoundLines = { boxes: readonly TextBox[]; readLine: LineReader };

/** How many letters the longest lines hold, and the mean of their confidences. */
export type Sample = { letters: number; confidence: number };

/** Reads the longest lines of a page; read again with the same reader, they cost nothing. */
export async function readSample({ boxes, readLine }: FoundLines): Promise<Sample> {
  const longest = boxes.toSorted((a, b) => b.width / b.height - a.width / a.height).slice(0, SAMPLE_LINES);
  let letters = 0;
  let sum = 0;
  for (const box of longest) {
    const line = await readLine(box);
    if (!line) continue;
    letters += line.text.length;
    sum += line.confidence * line.text.length;
  }
  return { letters, confidence: letters > 0 ? sum / letters : 0 };
}
