import { z } from 'zod';
import { blockSchema, boxSchema } from './page-reading.ts';

/** Changes with every change that an earlier reader of the file would not understand. */
export const EXPORT_SCHEMA_NAME = 'lectern-document-1';

const exportWordSchema = z.object({
  text: z.string(),
  /** 0 to 1; null for words that no machine read. */
  confidence: z.number().min(0).max(1).nullable(),
  /** Pixels of the upright page: left, top, right, bottom. */
  box: boxSchema,
  /** A person changed the word, or found it right; absent: as the machine read it. */
  by: z.enum(['corrected', 'confirmed']).optional(),
});

export const exportReadingSchema = z.object({
  text: z.string(),
  /** Pixels of the upright page. */
  width: z.number(),
  height: z.number(),
  lines: z.array(exportWordSchema.omit({ by: true }).extend({ words: z.array(exportWordSchema) })),
  /** In reading order; readings of text alone have none. */
  blocks: z.array(blockSchema).optional(),
});

/** One page of an exported JSON file; `reading` is null where the page could not be read. */
export const exportPageSchema = z.object({
  /** Its number in the document, from 1. */
  number: z.int().min(1),
  reading: exportReadingSchema.nullable(),
});

/** An exported JSON file. */
export const exportDocumentSchema = z.object({
  schema: z.literal(EXPORT_SCHEMA_NAME),
  document: z.object({
    name: z.string(),
    /** Pages in this file. */
    pageCount: z.int().min(0),
  }),
  pages: z.array(exportPageSchema),
});

export type ExportDocument = z.infer<typeof exportDocumentSchema>;
