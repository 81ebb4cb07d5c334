import { placeLine } from './arrange/placed-line.ts';
import { readingOrder } from './arrange/reading-order.ts';
import type { PageReading } from './page-reading.ts';
import type { PageText } from './page-text.ts';
import { rounded } from './rounded.ts';

/** Puts the lines of a page in reading order. */
export function arrangePage({ width, height, turned, skew, source, lines }: PageText): PageReading {
  const placed = new Map(lines.map(({ line, box }) => [placeLine(line.text, box, skew), line]));
  const rows = readingOrder([...placed.keys()]);
  return {
    text: rows.map((row) => row.map((line) => line.text).join(' ')).join('\n'),
    width,
    height,
    turned,
    angle: rounded((skew * 180) / Math.PI, 2),
    source,
    lines: rows.flat().flatMap((line) => placed.get(line) ?? []),
  };
}
