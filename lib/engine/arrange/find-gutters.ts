import { overlap, type PlacedLine, type Span, widthOf } from './placed-line.ts';
import { minColumnGap, type WordGap, wordGaps } from './word-gaps.ts';

/** A white stripe that parts the rows between its top and its bottom into columns. */
export type Gutter = Span & { top: number; bottom: number };

type Stripe = Gutter & { middle: number; height: number; rows: number };

// In justified text spaces stand below each other too, though seldom over many rows, and never very wide.
const MIN_ROWS = 4;
const MIN_ROWS_IF_NARROW = 6;
const NARROW = 2;
// A gutter goes on beside four lines that have nothing at their side, but no further.
const MAX_STEP = 8;

/** The gutters of a page, of its columns of text as well as of its tables. Lines are sorted from top to bottom. */
export function findGutters(lines: readonly PlacedLine[]): Gutter[] {
  const minWidth = minColumnGap(lines);
  const stripes: Stripe[] = [];
  let open: Stripe[] = [];
  for (const gap of wordGaps(lines)) {
    if (widthOf(gap) < minWidth * gap.height) continue;
    open = open.filter((stripe) => gap.middle - stripe.middle <= MAX_STEP * stripe.height);
    const continued = open.filter((stripe) => continues(stripe, gap, minWidth, lines));
    for (const stripe of continued) extend(stripe, gap);
    if (continued.length > 0) continue;
    const begun = stripeOf(gap);
    open.push(begun);
    stripes.push(begun);
  }
  return stripes.filter(isGutter);
}

function stripeOf({ left, right, middle, height }: WordGap): Stripe {
  return { left, right, middle, height, top: middle - height / 2, bottom: middle + height / 2, rows: 1 };
}

function extend(stripe: Stripe, gap: WordGap): void {
  stripe.rows += gap.middle - stripe.middle > gap.height / 2 ? 1 : 0;
  stripe.left = Math.max(stripe.left, gap.left);
  stripe.right = Math.min(stripe.right, gap.right);
  stripe.middle = gap.middle;
  stripe.height = gap.height;
  stripe.bottom = gap.middle + gap.height / 2;
}

function continues(stripe: Stripe, gap: WordGap, minWidth: number, lines: readonly PlacedLine[]): boolean {
  const common = { left: Math.max(stripe.left, gap.left), right: Math.min(stripe.right, gap.right) };
  if (widthOf(common) < minWidth * gap.height) return false;
  for (let at = firstBelow(stripe.middle, lines); at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.middle >= gap.middle) break;
    if (isCrossed(common, line)) return false;
  }
  return true;
}

// By halves, since pages of tables have many gaps and many lines.
function firstBelow(middle: number, lines: readonly PlacedLine[]): number {
  let [start, end] = [0, lines.length];
  while (start < end) {
    const at = (start + end) >> 1;
    if ((lines[at]?.middle ?? Infinity) > middle) end = at;
    else start = at + 1;
  }
  return start;
}

function isCrossed(stripe: Span, { words }: PlacedLine): boolean {
  return words.some((word) => overlap(word, stripe) > 0);
}

function isGutter({ left, right, height, rows }: Stripe): boolean {
  return rows >= (right - left < NARROW * height ? MIN_ROWS_IF_NARROW : MIN_ROWS);
}

/** Whether a gutter runs between two texts that stand side by side at a height of the page. */
export function isPartedBy(gutters: readonly Gutter[], middle: number, before: Span, after: Span): boolean {
  return gutters.some(({ left, right, top, bottom }) => {
    const centre = (left + right) / 2;
    return top <= middle && bottom >= middle && before.right <= centre && after.left >= centre;
  });
}
