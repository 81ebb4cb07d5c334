import type { TextBox } from './text-box.ts';

// A box in the page's own frame, which is turned by its skew: left to right along the text.
type Span = {
  left: number;
  right: number;
  y: number;
  height: number;
  coreHeight: number;
  angle: number;
  from: TextBox | null;
};

/**
 * Joins boxes that touch along one line of text: the detector often breaks a line at wide spaces and
 * punctuation.
 */
export function mergeTouchingBoxes(boxes: readonly TextBox[], skew: number): TextBox[] {
  const open = boxes.map((box) => toSpan(box, skew)).sort((a, b) => a.left - b.left);
  const merged: Span[] = [];
  for (let first = open.shift(); first; first = open.shift()) {
    let span = first;
    if (runsAlong(span)) {
      for (let next = 0; next < open.length; ) {
        const other = open[next];
        if (!other || other.left > span.right + 0.05 * span.height) break;
        if (runsAlong(other) && onOneLine(span, other, skew)) {
          span = join(span, other, skew);
          open.splice(next, 1);
        } else next++;
      }
    }
    merged.push(span);
  }
  return merged.map((span) => span.from ?? toBox(span, skew));
}

function toSpan(box: TextBox, skew: number): Span {
  const cos = Math.cos(skew);
  const sin = Math.sin(skew);
  const x = box.centreX * cos + box.centreY * sin;
  const y = -box.centreX * sin + box.centreY * cos;
  const { height, coreHeight, angle } = box;
  return { left: x - box.width / 2, right: x + box.width / 2, y, height, coreHeight, angle, from: box };
}

function toBox({ left, right, y, height, coreHeight, angle }: Span, skew: number): TextBox {
  const cos = Math.cos(skew);
  const sin = Math.sin(skew);
  const x = (left + right) / 2;
  return {
    centreX: x * cos - y * sin,
    centreY: x * sin + y * cos,
    width: right - left,
    height,
    angle,
    coreHeight,
  };
}

// Not a column of upright letters.
function runsAlong(span: Span): boolean {
  const width = span.right - span.left;
  return span.height < 1.5 * width || width < 3 * span.coreHeight;
}

// Base lines differ by less than half the letters' height, and letters are of like height unless one box is
// tiny.
function onOneLine(a: Span, b: Span, skew: number): boolean {
  const offset = offsetBetween(a, b, skew);
  const smaller = Math.min(a.coreHeight, b.coreHeight);
  const larger = Math.max(a.coreHeight, b.coreHeight);
  const shorter = Math.min(a.right - a.left, b.right - b.left);
  if (offset > 0.45 * smaller + 0.15 * (larger - smaller)) return false;
  return larger <= 1.9 * smaller || shorter <= 2 * smaller;
}

function offsetBetween(a: Span, b: Span, skew: number): number {
  const distance = (b.left + b.right - a.left - a.right) / 2;
  return Math.abs(b.y - (a.y + distance * Math.tan(a.angle - skew)));
}

function join(a: Span, b: Span, skew: number): Span {
  const offset = offsetBetween(a, b, skew);
  const widthA = a.right - a.left;
  const widthB = b.right - b.left;
  const wider = widthA >= widthB ? a : b;
  const height = Math.max(a.height, b.height);
  const clearlyOff = offset > 0.2 * Math.min(a.coreHeight, b.coreHeight);
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    y: (a.y * widthA + b.y * widthB) / (widthA + widthB),
    height: clearlyOff ? height + offset * 0.5 : height,
    coreHeight: wider.coreHeight,
    angle: wider.angle,
    from: null,
  };
}
