import { z } from 'zod';

/** [x0, y0, x1, y1] in pixels of the upright page. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const wordSchema = z.object({
  text: z.string(),
  /** Calibrated for the English reader: of words at 0.9 about 90 % are right. 1 in a PDF page's own text. */
  confidence: z.number().min(0).max(1),
  box: boxSchema,
});

export const lineSchema = wordSchema.extend({ words: z.array(wordSchema) });

/** Places among the lines of the page, from 0. */
const placesSchema = z.array(z.number().int().min(0));

const tableSchema = z.object({
  columns: z.number().int().min(1),
  rows: z.array(
    z.object({
      cells: z.array(
        z.object({
          /** From 0; columns in which nothing stands have no cell. */
          column: z.number().int().min(0),
          /** How many columns the cell covers. */
          span: z.number().int().min(1),
          text: z.string(),
          box: boxSchema,
          lines: placesSchema,
        }),
      ),
    }),
  ),
});

const blockBase = z.object({ box: boxSchema, lines: placesSchema });

/** Lines that belong together. */
export const blockSchema = z.discriminatedUnion('type', [
  blockBase.extend({ type: z.literal(['paragraph', 'header', 'footer', 'note']) }),
  /** Levels 1 to 3, by the size of the letters. */
  blockBase.extend({ type: z.literal('heading'), level: z.number().int().min(1).max(3) }),
  blockBase.extend({ type: z.literal('list'), items: z.array(z.object({ lines: placesSchema })) }),
  blockBase.extend({ type: z.literal('table'), table: tableSchema }),
]);

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
  /** Codes of the languages for which it was read; older readings lack it. */
  languages: z.array(z.string()).optional(),
  /** What read the page: the same version reads the same file in the same way; older readings lack it. */
  engine: z.object({ name: z.string(), version: z.string() }).optional(),
  lines: z.array(lineSchema),
  /** In reading order; each line belongs to one. Older readings lack them. */
  blocks: z.array(blockSchema).optional(),
});

export type Block = z.infer<typeof blockSchema>;
export type PageReading = z.infer<typeof pageReadingSchema>;
