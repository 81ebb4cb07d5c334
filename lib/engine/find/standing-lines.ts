import { mergeTouchingBoxes } from './merge-touching-boxes.ts';
import { type TextBox, turnedBox } from './text-box.ts';

// A box this many times as high as wide holds text that runs up or down: of 56 upright receipts, pages and
// scans none had a box even twice as high as wide.
const LONG = 3;
// The detector breaks such lines into words, of which short ones are only this much higher than wide.
const PIECE = 1.5;

/** Whether a box holds a line of text that runs up or down the page. */
export function standsUp({ width, height }: TextBox): boolean {
  return height >= LONG * width;
}

/**
 * Parts the boxes of a page into lines that run up or down it, their pieces joined, and all others. A short
 * high box alone is a letter, not a line.
 */
export function partStandingLines(
  boxes: readonly TextBox[],
  skew: number,
): { standing: TextBox[]; lying: TextBox[] } {
  const long = boxes.filter(standsUp);
  const isPiece = (box: TextBox) =>
    box.height > PIECE * box.width && long.some((line) => isInLine(box, line, skew));
  const pieces = boxes.filter(isPiece);
  const lines = mergeTouchingBoxes(
    pieces.map((box) => turnedBox(box, 1)),
    skew + Math.PI / 2,
  );
  return {
    standing: lines.map((line) => turnedBox(line, -1)),
    lying: boxes.filter((box) => !pieces.includes(box)),
  };
}

function isInLine(piece: TextBox, line: TextBox, skew: number): boolean {
  const across =
    (piece.centreX - line.centreX) * Math.cos(skew) + (piece.centreY - line.centreY) * Math.sin(skew);
  return Math.abs(across) <= line.width / 2;
}
