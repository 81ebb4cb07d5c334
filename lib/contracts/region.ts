import { z } from 'zod';
import { lineSchema } from './page-reading.ts';

const pixel = z.int().min(0);

/** What the review screen asks for a part of a page. */
export const regionRequestSchema = z.object({
  /** [x0, y0, x1, y1] in pixels of the upright page. */
  box: z
    .tuple([pixel, pixel, pixel, pixel])
    .refine(([x0, y0, x1, y1]) => x0 < x1 && y0 < y1, 'The box must have an inside.'),
  /** Without them, those in which the page was read. */
  languages: z.array(z.string().max(40)).max(10).optional(),
});

/** The lines in it, in places of the whole page; none when no text was found. */
export const regionAnswerSchema = z.object({ lines: z.array(lineSchema) });

export type RegionRequest = z.infer<typeof regionRequestSchema>;
export type RegionAnswer = z.infer<typeof regionAnswerSchema>;
