import { z } from 'zod';

const pixel = z.int().min(0);

/** A box in pixels of the upright page, left, top, right, bottom; one without an inside is refused. */
export const regionInput = z
  .tuple([pixel, pixel, pixel, pixel])
  .superRefine(([x0, y0, x1, y1], context) => {
    if (x0 < x1 && y0 < y1) return;
    const description = 'Must be [left, top, right, bottom], with left below right and top below bottom';
    context.addIssue({ code: 'custom', params: { description } });
  })
  .describe(
    'Reads only this part, from the picture: [left, top, right, bottom] in pixels of the upright page, whose width and height a reading tells.',
  );
