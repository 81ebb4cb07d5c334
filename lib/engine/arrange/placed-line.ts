import type { TextBox } from '../find/text-box.ts';

/** A line of text in the frame of the page's text: turned by its skew, so that lines run level. */
export type PlacedLine = {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  middle: number;
  /** Of the letters. */
  height: number;
};

export function placeLine(text: string, box: TextBox, skew: number): PlacedLine {
  const cos = Math.cos(skew);
  const sin = Math.sin(skew);
  const x = box.centreX * cos + box.centreY * sin;
  const middle = -box.centreX * sin + box.centreY * cos;
  const height = box.coreHeight;
  return {
    text,
    left: x - box.width / 2,
    right: x + box.width / 2,
    top: middle - height / 2,
    bottom: middle + height / 2,
    middle,
    height,
  };
}

export type Span = { left: number; right: number };

/** Whether two lines stand side by side on one row. */
export function onOneRow(a: PlacedLine, b: PlacedLine): boolean {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5 * Math.min(a.height, b.height);
}

/** By how much two spans overlap from left to right; negative when they are apart. */
export function overlap(a: Span, b: Span): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

export function widthOf({ left, right }: Span): number {
  return right - left;
}
