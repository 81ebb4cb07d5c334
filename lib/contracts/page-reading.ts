import { z } from 'zod';

/** [x0, y0, x1, y1] in pixels of the upright page. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const wordSchema = z.object({
  text: z.string(),
  confidence: z.number().min(0).max(1),
  box: boxSchema,
});

export const lineSchema = wordSchema.extend({ words: z.array(wordSchema) });

/** What `lectern/page-ocr` answers for one page. */
export const pageReadingSchema = z.object({
  text: z.string(),
  /** Pixels of the upright page. */
  width: z.number().int(),
  height: z.number().int(),
  /** Degrees, clockwise, by which the page as uploaded was turned to make it upright; older readings lack it. */
  turned: z.literal([0, 90, 180, 270]).optional(),
  /** Degrees by which the page was found to be skewed. */
  angle: z.number(),
  /** Read from the picture, or taken from the text that the PDF page holds; older readings lack it. */
  source: z.literal(['picture', 'text_layer']).optional(),
  lines: z.array(lineSchema),
});

export type PageReading = z.infer<typeof pageReadingSchema>;
