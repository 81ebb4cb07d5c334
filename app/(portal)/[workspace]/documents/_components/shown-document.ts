import { z } from 'zod';
import { documentProgressSchema, documentSummarySchema } from '#lib/contracts/index.ts';

/** A document as the pages here show it. */
export const shownDocumentSchema = documentSummarySchema.extend({
  /** Pages that the newest job has not read (yet) still have the text of an earlier reading. */
  hasEarlierText: z.boolean(),
});

/** The same with its pages, or with those that were asked for. */
export const shownProgressSchema = documentProgressSchema.extend({ document: shownDocumentSchema });

export type ShownDocument = z.infer<typeof shownDocumentSchema>;
export type ShownProgress = z.infer<typeof shownProgressSchema>;
