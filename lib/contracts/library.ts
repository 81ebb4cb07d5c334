import { z } from 'zod';
import { reviewStateSchema } from './extraction.ts';
import { idSchema } from './id.ts';

/** How documents are kept in order: tags, folders, the trash, and the views that an address can hold. */

/** Days that a document stays in the trash before it is deleted. */
export const TRASH_DAYS = 30;

/** What may be named at once. */
const MAX_CHOSEN = 1_000;

/** Names of the portal's palette. */
export const tagColors = ['stone', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'] as const;
export const tagColorSchema = z.enum(tagColors);

export const tagNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the tag a name.')
  .max(40, 'A tag has at most 40 characters.');

export const folderNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the folder a name.')
  .max(80, 'The name of a folder has at most 80 characters.');

export const tagSchema = z.object({ id: z.string(), name: z.string(), color: tagColorSchema });

const sortSchema = z.enum(['newest', 'oldest', 'name', 'confidence']);

/** A view of the documents as it stands in the URL. */
export const documentFiltersSchema = z.object({
  tag: idSchema.optional(),
  /** Directly in this folder; `none`: in no folder. */
  folder: z.union([z.literal('none'), idSchema]).optional(),
  /** Who uploaded it: the asker, or the person with this id. */
  person: z.union([z.literal('me'), idSchema]).optional(),
  /** How reading stands: under way, all read, or with something that went wrong. */
  reading: z.enum(['busy', 'read', 'problem']).optional(),
  /** Documents with pages in this state; approved are those approved as a whole. */
  review: reviewStateSchema.optional(),
  /** Days of upload in UTC, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: sortSchema.optional(),
});

/** Documents by their ids, or all that a view holds. */
export const documentChoiceSchema = z.union([
  z.object({
    documentIds: z.array(idSchema).min(1).max(MAX_CHOSEN, 'Choose at most 1,000 documents at once.'),
  }),
  z.object({ matching: documentFiltersSchema }),
]);

export type TagColor = z.infer<typeof tagColorSchema>;
export type Tag = z.infer<typeof tagSchema>;
export type DocumentFilters = z.infer<typeof documentFiltersSchema>;
export type DocumentSort = z.infer<typeof sortSchema>;
export type DocumentChoice = z.infer<typeof documentChoiceSchema>;

/** Reads each filter for itself, so that a broken one in a link does not hide what the others ask for. */
export function readDocumentFilters(values: Readonly<Record<string, unknown>>): DocumentFilters {
  const filters: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(documentFiltersSchema.shape)) {
    const parsed = schema.safeParse(values[name] || undefined);
    if (parsed.success && parsed.data !== undefined) filters[name] = parsed.data;
  }
  return documentFiltersSchema.parse(filters);
}

/** The view for an address, without what is as usual. */
export function documentFilterQuery(filters: DocumentFilters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== 'newest') query.set(name, value);
  }
  return query;
}

/** Whether the view leaves anything out. */
export function isNarrowed({ sort: _, ...filters }: DocumentFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
