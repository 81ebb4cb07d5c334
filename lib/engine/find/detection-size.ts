import type { PageSize } from '../document-info.ts';

// Letters come out about 8 pixels high: smaller ones lose lines of dense pages (word F1 0.999 to 0.998 at
// 7.5), larger ones only cost time.
const LETTER_HEIGHT_IN_DETECTION = 8;
const MIN_SIDE = 640;
const MAX_SIDE = 1_760;
// For a page without a clear letter height: where receipts and A4 pages both are found well.
const USUAL_SIDE = 1_280;
// The network halves its input five times.
const STEP = 32;

/**
 * The size, in multiples of 32, at which to search a page for text: small pages cost little, dense ones keep
 * their lines. Limits are those of the longest side of a page; a long strip may have as many pixels as an A4
 * page within them.
 */
export function detectionSize(page: PageSize, letterHeight: number | null): PageSize {
  const usual = factorTo(page, USUAL_SIDE);
  const wanted = letterHeight ? LETTER_HEIGHT_IN_DETECTION / letterHeight : usual;
  const smallest = MIN_SIDE / Math.max(page.width, page.height);
  const factor = Math.min(1, factorTo(page, MAX_SIDE), Math.max(smallest, wanted));
  return { width: toStep(page.width * factor), height: toStep(page.height * factor) };
}

function factorTo({ width, height }: PageSize, side: number): number {
  return Math.max(side / Math.max(width, height), Math.sqrt(side ** 2 / Math.SQRT2 / (width * height)));
}

function toStep(length: number): number {
  return Math.max(STEP, Math.round(length / STEP) * STEP);
}
