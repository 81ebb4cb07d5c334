import type { PageSize } from './document-info.ts';
import { cornersOf, type TextBox } from './find/text-box.ts';
import type { Box } from './page-reading.ts';
import type { ColumnRange } from './read/ink-columns.ts';

/**
 * The part of a line's box between two columns of its image, as an upright box in whole pixels within the
 * page.
 */
export function wordBox(line: TextBox, { start, end }: ColumnRange, lineWidth: number, page: PageSize): Box {
  const shift = ((start + end) / 2 / lineWidth - 0.5) * line.width;
  const part: TextBox = {
    ...line,
    centreX: line.centreX + shift * Math.cos(line.angle),
    centreY: line.centreY + shift * Math.sin(line.angle),
    width: ((end - start) / lineWidth) * line.width,
  };
  const corners = cornersOf(part);
  const xs = corners.map(([x]) => Math.min(page.width, Math.max(0, x)));
  const ys = corners.map(([, y]) => Math.min(page.height, Math.max(0, y)));
  return [
    Math.floor(Math.min(...xs)),
    Math.floor(Math.min(...ys)),
    Math.ceil(Math.max(...xs)),
    Math.ceil(Math.max(...ys)),
  ];
}

/** The smallest box that holds all the boxes, of which there is at least one. */
export function unionOf(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map(([x0]) => x0)),
    Math.min(...boxes.map(([, y0]) => y0)),
    Math.max(...boxes.map(([, , x1]) => x1)),
    Math.max(...boxes.map(([, , , y1]) => y1)),
  ];
}
