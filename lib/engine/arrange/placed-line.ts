import type { TextBox } from '../find/text-box.ts';
import type { Line, Word } from '../page-reading.ts';
import { hasRightToLeft } from '../reading-direction.ts';

export type Span = { left: number; right: number };

/** Where text stands in the frame of the page's text: turned by its skew, so that lines run level. */
export type Placed = Span & {
  text: string;
  top: number;
  bottom: number;
  middle: number;
  /** Of the letters. */
  height: number;
};

/** The height is that of the ink. */
export type PlacedWord = Span & { word: Word; height: number };

/** A line as it was found, with its words from left to right. */
export type PlacedLine = Placed & { line: Line; words: PlacedWord[] };

export function placeLine(line: Line, box: TextBox, skew: number): PlacedLine {
  const cos = Math.cos(skew);
  const sin = Math.sin(skew);
  const middle = -box.centreX * sin + box.centreY * cos;
  const height = box.coreHeight;
  const placed = line.words.map((word) => {
    const [x0, y0, x1, y1] = word.box;
    const centre = ((x0 + x1) * cos + (y0 + y1) * sin) / 2;
    const width = lengthAlong(x1 - x0, y1 - y0, skew);
    const height = lengthAlong(y1 - y0, x1 - x0, skew);
    return { word, left: centre - width / 2, right: centre + width / 2, height };
  });
  const words = hasRightToLeft(line.text) ? placed.sort((a, b) => a.left - b.left) : placed;
  return {
    line,
    words,
    text: line.text,
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
    top: middle - height / 2,
    bottom: middle + height / 2,
    middle,
    height,
  };
}

// The length of a tilted rectangle of which only the upright box around it is known.
function lengthAlong(boxAlong: number, boxAcross: number, angle: number): number {
  const length =
    (boxAlong * Math.abs(Math.cos(angle)) - boxAcross * Math.abs(Math.sin(angle))) / Math.cos(2 * angle);
  return Math.min(Math.max(0, length), Math.max(boxAlong, boxAcross));
}

/** Whether two texts stand side by side on one row. */
export function onOneRow(a: Placed, b: Placed): boolean {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * Math.min(a.height, b.height);
}

/** By how much two spans overlap from left to right; negative when they are apart. */
export function overlap(a: Span, b: Span): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

export function widthOf({ left, right }: Span): number {
  return right - left;
}
