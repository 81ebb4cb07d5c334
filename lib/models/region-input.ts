import { z } from 'zod';

const description = 'Must be [left, top, right, bottom], with left below right and top below bottom';

/** A box in pixels of the upright page; one without an inside is refused. */
export const regionInput = z
  .array(z.int().min(0))
  .length(4)
  .superRefine((region, context) => {
    const [left, top, right, bottom] = boxOfRegion(region);
    if (region.length === 4 && (left >= right || top >= bottom))
      context.addIssue({ code: 'custom', params: { description } });
  })
  .describe(
    'Reads only this part, from the picture: [left, top, right, bottom] in pixels of the upright page, whose width and height a reading tells.',
  );

export function boxOfRegion([left = 0, top = 0, right = 0, bottom = 0]: readonly number[]): [
  left: number,
  top: number,
  right: number,
  bottom: number,
] {
  return [left, top, right, bottom];
}
