import { z } from 'zod';
import { reviewStateSchema } from './extraction.ts';
import { takesNothing } from './operation.ts';
import { boxSchema } from './page-reading.ts';
import { cursorSchema, portalListSchema, wholeListSchema } from './portal-list.ts';
import { ofPage } from './portal-pages.ts';
import { MAX_QUERY_LENGTH, searchFiltersSchema } from './search.ts';

const named = z.object({ id: z.string(), name: z.string() });
const q = z
  .string()
  .max(MAX_QUERY_LENGTH)
  .describe('Words; "a phrase", OR, and - in front of what must not be there.')
  .meta({ examples: ['invoice'] });

export const portalHitSchema = z
  .object({
    document_id: z.string(),
    document_name: z.string(),
    page: z.number().int(),
    page_count: z.number().int().nullable(),
    state: reviewStateSchema,
    confidence: z.number().nullable(),
    created_at: z.iso.datetime(),
    /** Pieces of the text; `hit`: it is what was looked for. */
    snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  })
  .meta({ id: 'Hit' });

/** Best first, 20 a part. */
export const portalSearchSchema = portalListSchema(portalHitSchema).extend({
  matches: z.number().int(),
  /** False where there are more matches than are counted. */
  is_count_complete: z.boolean(),
  /** Nothing matched as it was written: these words were looked for instead. */
  similar: z.array(z.object({ word: z.string(), instead: z.array(z.string()) })),
  documents: z.array(named),
  /** Why nothing was looked for; a sentence for people. */
  problem: z.string().nullable(),
});

const search = { tag: 'search', ...takesNothing } as const;

export const portalSearchOperations = {
  searchPages: {
    ...search,
    method: 'GET',
    path: '/api/v1/search',
    summary: 'Find pages by their text, corrections included, best first.',
    permission: 'document:read',
    query: searchFiltersSchema.extend({
      q,
      cursor: cursorSchema,
    }),
    reply: portalSearchSchema,
  },
  suggest: {
    ...search,
    method: 'GET',
    path: '/api/v1/search/suggestions',
    summary: 'Words and documents that the end of a query may mean.',
    permission: 'document:read',
    query: z.object({ q }),
    reply: z.object({ words: z.array(z.string()), documents: z.array(named) }),
  },
  findHits: {
    ...search,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/pages/{page}/hits',
    summary: 'Tell where on a page it stands, in reading order.',
    permission: 'job:read',
    params: ofPage,
    query: z.object({ q }),
    reply: wholeListSchema(
      z.object({
        line: z.string(),
        words: z.array(z.number().int()),
        boxes: z.array(boxSchema),
        text: z.string(),
      }),
    ),
  },
} as const;

export type PortalHitWire = z.infer<typeof portalHitSchema>;
export type PortalSearchWire = z.infer<typeof portalSearchSchema>;
