import type { TextBox } from '../find/text-box.ts';

// Of 56 upright receipts, pages and scans none had a box even twice as high as wide; turned by a quarter,
// such boxes made up 85 % or more of the length of all long ones.
const LONG = 3;

/** Whether most text runs up or down the page: the page was scanned or photographed lying on its side. */
export function liesOnSide(boxes: readonly TextBox[]): boolean {
  let along = 0;
  let upAndDown = 0;
  for (const { width, height } of boxes) {
    if (width >= LONG * height) along += width;
    if (height >= LONG * width) upAndDown += height;
  }
  return upAndDown > along;
}
