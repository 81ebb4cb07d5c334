import { z } from 'zod';
import { reviewStateSchema } from './extraction.ts';
import { idSchema } from './id.ts';
import { boxSchema } from './page-reading.ts';

/** What may be searched for at once, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 500;

const dateSchema = z.iso.date();

/** Filters of a search as they stand in the URL. One that cannot be understood is left out by `readSearchFilters`. */
export const searchFiltersSchema = z.object({
  tag: idSchema.optional(),
  folder: idSchema.optional(),
  /** Who uploaded it. */
  person: idSchema.optional(),
  state: reviewStateSchema.optional(),
  /** Days of upload in UTC, both included. */
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** Pages whose words have a mean confidence below this, in percent. */
  below: z.coerce.number().int().min(1).max(100).optional(),
  /** Pages of this document only. */
  document: idSchema.optional(),
});

/** A piece of a text, marked where it was found. */
const segmentSchema = z.object({ text: z.string(), hit: z.boolean() });

export const searchHitSchema = z.object({
  documentId: z.string(),
  documentName: z.string(),
  pageNumber: z.number(),
  pageCount: z.number().nullable(),
  thumbnailUrl: z.string().nullable(),
  state: reviewStateSchema,
  confidence: z.number().nullable(),
  createdAt: z.string(),
  snippet: z.array(segmentSchema),
});

export const searchAnswerSchema = z.object({
  hits: z.array(searchHitSchema),
  /** Asks for what follows these hits; null at the end. */
  next: z.string().nullable(),
  /** Pages that match, counted up to `MAX_MATCHES`. */
  matches: z.number(),
  isCountComplete: z.boolean(),
  /** Nothing matched as it was written: these words were looked for instead. */
  similar: z.array(z.object({ word: z.string(), instead: z.array(z.string()) })),
  /** Documents whose name holds the words. */
  documents: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Why nothing was looked for; a sentence for people. */
  problem: z.string().nullable(),
});

export const suggestionsSchema = z.object({
  words: z.array(z.string()),
  documents: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** Where a page holds what was searched for: words by their places, with boxes for the picture. */
export const pageHitsSchema = z.object({
  hits: z.array(
    z.object({ line: z.string(), words: z.array(z.number()), boxes: z.array(boxSchema), text: z.string() }),
  ),
});

export type SearchFilters = z.infer<typeof searchFiltersSchema>;
export type SearchHit = z.infer<typeof searchHitSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
export type Suggestions = z.infer<typeof suggestionsSchema>;
export type TextSegment = z.infer<typeof segmentSchema>;
export type PageHits = z.infer<typeof pageHitsSchema>;

/** Reads each filter for itself, so that a broken one in a link does not hide what the others ask for. */
export function readSearchFilters(values: Record<string, string | undefined>): SearchFilters {
  const filters: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(searchFiltersSchema.shape)) {
    const parsed = schema.safeParse(values[name] || undefined);
    if (parsed.success && parsed.data !== undefined) filters[name] = parsed.data;
  }
  return searchFiltersSchema.parse(filters);
}
