import { standsUp } from '../find/standing-lines.ts';
import { type TextBox, turnedBox } from '../find/text-box.ts';
import type { Line } from '../page-reading.ts';
import type { LineReader } from '../read/line-reader.ts';

// A rule or a bracket reads as one letter at most when it is turned.
const MIN_LETTERS = 3;

/**
 * Reads the line in a box. One that stands upright on the page is read upwards and downwards too, and the
 * reading with the most sure letters is kept.
 */
export async function readAnyWay(readLine: LineReader, box: TextBox): Promise<Line | null> {
  let best = await readLine(box);
  if (!standsUp(box)) return best;
  for (const turned of [turnedBox(box, -1), turnedBox(box, 1)]) {
    const line = await readLine(turned);
    if (line && line.text.length >= MIN_LETTERS && readable(line) > readable(best)) best = line;
  }
  return best;
}

function readable(line: Line | null): number {
  return line ? line.text.length * line.confidence : 0;
}
