import { z } from 'zod';

/** Of an hOCR or ALTO file, in bytes. */
export const MAX_IMPORT_BYTES = 16 * 1_048_576;

/** What a file of another program would put into a document. */
export const importPreviewSchema = z.object({
  format: z.enum(['hOCR', 'ALTO']),
  /** Pages whose text would be replaced, at most the first ten of them with their texts. */
  pages: z.array(
    z.object({ number: z.number(), texts: z.object({ before: z.string(), after: z.string() }).nullable() }),
  ),
  /** Pages that nothing was read on yet; they are left out. */
  unread: z.array(z.number()),
  /** Pages that have other proportions in the file: perhaps it belongs to another document. */
  misshapen: z.array(z.number()),
});

export const importAnswerSchema = z.object({ pages: z.number() });

export type ImportPreview = z.infer<typeof importPreviewSchema>;
