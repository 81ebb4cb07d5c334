import type { Step } from './arrow-keys.ts';
import type { Size } from './geometry.ts';
import type { Box } from './places.ts';

/** A box around missed text, while it is drawn; in pixels of the page. */

/** Less is a slip of the hand. */
const MIN_SIDE = 6;

/** Where a box that is made with the keyboard begins: in the middle of what is seen, of the shape of a line. */
export function firstRegion([x0, y0, x1, y1]: Box): Box {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [width, height] = [(x1 - x0) * 0.4, (y1 - y0) * 0.04];
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

/** Moves the box, or its lower right corner, by a step of the page. */
export function nudged([x0, y0, x1, y1]: Box, [across, down]: Step, resizes: boolean): Box {
  if (!resizes) return [x0 + across, y0 + down, x1 + across, y1 + down];
  return [x0, y0, Math.max(x0 + MIN_SIDE, x1 + across), Math.max(y0 + MIN_SIDE, y1 + down)];
}

/** The part of the box that lies on the page, in whole pixels; null when there is next to nothing of it. */
export function takenRegion([x0, y0, x1, y1]: Box, { width, height }: Size): Box | null {
  const box: Box = [
    Math.max(0, Math.floor(x0)),
    Math.max(0, Math.floor(y0)),
    Math.min(width, Math.ceil(x1)),
    Math.min(height, Math.ceil(y1)),
  ];
  return box[2] - box[0] >= MIN_SIDE && box[3] - box[1] >= MIN_SIDE ? box : null;
}
