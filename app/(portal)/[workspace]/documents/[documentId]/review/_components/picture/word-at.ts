import type { ExtractionLine, ExtractionWord } from '#lib/contracts/index.ts';
import type { Point } from './geometry.ts';
import type { Box } from './places.ts';

/** A word by its line's id and its place in it, from 0; and a place between its letters, in UTF-16 units. */
export type Caret = { line: string; word: number; offset: number };

// Fingers and hands are not exact; in pixels of the page, whose words are 20 and more high.
const REACH = 4;
const RIGHT_TO_LEFT = /^[\p{Script=Hebr}\p{Script=Arab}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u;

/** The word at a point of the page; the nearest when boxes overlap; null when none is there. */
export function wordAt(lines: readonly ExtractionLine[], at: Point): Caret | null {
  const nearest = caretNear(lines, at);
  return nearest && nearest.distance <= REACH ? nearest.caret : null;
}

/** Where a selection that is drawn to a point of the page ends: in the nearest word, along lines before across. */
export function caretAt(lines: readonly ExtractionLine[], at: Point): Caret | null {
  return caretNear(lines, at)?.caret ?? null;
}

function caretNear(lines: readonly ExtractionLine[], at: Point): { caret: Caret; distance: number } | null {
  let nearest: { line: string; place: number; word: ExtractionWord; box: Box; distance: number } | null =
    null;
  for (const { id, words } of lines) {
    for (const [place, word] of words.entries()) {
      if (!word.box) continue;
      const distance = distanceTo(word.box, at);
      if (!nearest || distance < nearest.distance)
        nearest = { line: id, place, word, box: word.box, distance };
    }
  }
  if (!nearest) return null;
  const { line, place, word, box, distance } = nearest;
  return { caret: { line, word: place, offset: offsetAt(word, box, at) }, distance };
}

/**
 * A way across lines counts three times: who draws to the right of a line means its end. Of boxes that overlap, the
 * one whose middle is nearer: a word that was put in may lie over the ends of its neighbours.
 */
function distanceTo([x0, y0, x1, y1]: Box, { x, y }: Point): number {
  const across = Math.max(x0 - x, 0, x - x1);
  const down = Math.max(y0 - y, 0, y - y1);
  return across + 3 * down + 0.01 * Math.abs((y0 + y1) / 2 - y) + 0.0001 * Math.abs((x0 + x1) / 2 - x);
}

function offsetAt({ text }: ExtractionWord, [x0, , x1]: Box, { x }: Point): number {
  const share = Math.min(1, Math.max(0, (x - x0) / Math.max(1, x1 - x0)));
  return Math.round((RIGHT_TO_LEFT.test(text) ? 1 - share : share) * text.length);
}
