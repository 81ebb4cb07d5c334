import { boxAround, cornersOf, type TextBox } from './text-box.ts';

// Only lines four times as long as high have an angle to be trusted.
const LONG = 4;
// A single short line may slope by 2° for its descenders alone: less text than this, in line heights, proves
// nothing.
const MIN_EVIDENCE = 20;
// Boxes less elongated than this take the page's angle, if theirs differs by more than 0.03 radians (1.7°).
const SHORT = 3;
const TOLERANCE = 0.03;

/**
 * The angle of the page's text in radians: the median over its long boxes, weighted by their lengths; 0 when
 * it has too few.
 */
export function pageSkew(boxes: readonly TextBox[]): number {
  const long = boxes.filter((box) => box.width > LONG * box.height).sort((a, b) => a.angle - b.angle);
  const total = long.reduce((sum, box) => sum + box.width, 0);
  if (long.reduce((sum, box) => sum + box.width / box.height, 0) < MIN_EVIDENCE) return 0;
  let passed = 0;
  for (const box of long) {
    passed += box.width;
    if (passed >= total / 2) return box.angle;
  }
  return 0;
}

/** Turns short boxes, whose own angle is a matter of chance, to the angle of the page. */
export function straightenShortBoxes(boxes: readonly TextBox[], skew: number): TextBox[] {
  return boxes.map((box) => {
    const short = box.width < SHORT * box.height && box.height < SHORT * box.width;
    if (!short || Math.abs(box.angle - skew) <= TOLERANCE) return box;
    return boxAround(cornersOf(box), skew, box.coreHeight);
  });
}
