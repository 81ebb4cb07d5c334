import type { Transform } from '../open/pdfium-page.ts';
import type { Box } from '../page-reading.ts';

type Point = readonly [x: number, y: number];

/** A box as a text matrix sees it: where it begins at the bottom left, the ways right and up, and its size. */
export type PlacedBox = { origin: Point; right: Point; up: Point; width: number; height: number };

/** Where pixels of the upright picture lie on the page of the PDF, in its own units. */
export type PagePlace = {
  pointOf(x: number, y: number): Point;
  place(box: Box): PlacedBox;
};

/** The way back of `transform`, which maps the page to pixels. */
export function pagePlace({ a, b, c, d, e, f }: Transform): PagePlace {
  const determinant = a * d - b * c;

  function pointOf(x: number, y: number): Point {
    const [dx, dy] = [x - e, y - f];
    return [(d * dx - c * dy) / determinant, (a * dy - b * dx) / determinant];
  }

  function place([left, top, right, bottom]: Box): PlacedBox {
    const origin = pointOf(left, bottom);
    const across = between(origin, pointOf(right, bottom));
    const upwards = between(origin, pointOf(left, top));
    return {
      origin,
      right: across.way,
      up: upwards.way,
      width: across.length,
      height: upwards.length,
    };
  }

  return { pointOf, place };
}

function between(from: Point, to: Point): { way: Point; length: number } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  return { way: length > 0 ? [dx / length, dy / length] : [1, 0], length };
}
