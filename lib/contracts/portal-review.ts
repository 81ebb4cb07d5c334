import { z } from 'zod';
import { lineIdSchema, reviewStateSchema } from './extraction.ts';
import { idSchema } from './id.ts';
import { takesNothing } from './operation.ts';
import { ofDocument } from './portal-documents.ts';
import { wholeListSchema } from './portal-list.ts';
import { MAX_COMMENT_LENGTH, newCommentSchema, personSchema, queueFilterSchema } from './review.ts';

const ofComment = z.object({ comment_id: idSchema });

export const queueEntryWireSchema = z
  .object({
    document_id: z.string(),
    name: z.string(),
    page_count: z.number().int().nullable(),
    assignee: personSchema.nullable(),
    /** How many pages the filter finds in it, and the number of the first. */
    pages: z.number().int(),
    first_page: z.number().int(),
    doubtful_count: z.number().int(),
    /** Of the page with the lowest, 0 to 1. */
    lowest_confidence: z.number().nullable(),
    read_at: z.iso.datetime(),
  })
  .meta({ id: 'QueueEntry' });

export const portalCommentSchema = z
  .object({
    id: z.string(),
    /** Null: about the whole document. */
    page: z.number().int().nullable(),
    line: z.string().nullable(),
    /** Null for programs and those who left. */
    author: personSchema.nullable(),
    /** Name of the API token that wrote it; null when a person did. */
    api_token: z.string().nullable(),
    body: z.string(),
    created_at: z.iso.datetime(),
    resolved_at: z.iso.datetime().nullable(),
    resolved_by: z.string().nullable(),
    mentions: z.array(personSchema),
  })
  .meta({ id: 'Comment' });

const review = { tag: 'review', ...takesNothing } as const;
const filter = queueFilterSchema.shape;

export const portalReviewOperations = {
  listQueue: {
    ...review,
    method: 'GET',
    path: '/api/v1/review',
    summary: 'List documents to review, at most 100, with how many there are in all.',
    permission: 'job:read',
    query: z.object({
      who: filter.who.default('all').describe('`all`, `unassigned`, or the id of a person.'),
      state: filter.state.default('open').describe('`open`: pages on which nobody has decided.'),
      order: filter.order.default('oldest').describe('Read first, or read with the lowest confidence.'),
    }),
    reply: z.object({ results: z.array(queueEntryWireSchema), total: z.number().int() }),
  },
  setReviewState: {
    ...review,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/review',
    summary: 'Decide on pages of a document: approve them, reject them with a comment, or open them again.',
    permission: 'review:write',
    params: ofDocument,
    body: z.strictObject({
      state: reviewStateSchema,
      pages: z
        .array(z.int().min(1))
        .min(1)
        .max(2_000)
        .optional()
        .describe('Page numbers; all pages that were read unless told.'),
      comment: z.string().max(MAX_COMMENT_LENGTH).optional().describe('A rejection needs one.'),
    }),
    example: { state: 'approved', pages: [1] },
    /** How many pages changed. */
    reply: z.object({ pages: z.number().int() }),
  },
  getAssignee: {
    ...review,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/assignee',
    summary: 'Tell who is to review a document; null when nobody is.',
    permission: 'job:read',
    params: ofDocument,
    reply: z.object({ assignee: personSchema.nullable() }),
  },
  setAssignee: {
    ...review,
    method: 'PUT',
    path: '/api/v1/documents/{document_id}/assignee',
    summary: 'Give a document to a person who may review, or to nobody.',
    permission: 'review:write',
    params: ofDocument,
    body: z.strictObject({ person_id: idSchema.nullable() }),
    example: { person_id: null },
    reply: z.object({ assignee: personSchema.nullable() }),
  },
  listComments: {
    ...review,
    method: 'GET',
    path: '/api/v1/documents/{document_id}/comments',
    summary: 'List what is said about a document, oldest first.',
    permission: 'job:read',
    params: ofDocument,
    reply: wholeListSchema(portalCommentSchema),
  },
  addComment: {
    ...review,
    method: 'POST',
    path: '/api/v1/documents/{document_id}/comments',
    summary: 'Say something about a document, a page or a line. A comment of a program names its token.',
    status: 201,
    permission: 'review:write',
    params: ofDocument,
    body: z.strictObject({
      body: newCommentSchema.shape.body,
      page: z.int().min(1).nullable().default(null),
      line: lineIdSchema.nullable().default(null),
      mention_ids: z.array(idSchema).max(50).default([]).describe('Members who are to see it.'),
    }),
    example: { body: 'The total is missing.', page: 1 },
    reply: portalCommentSchema,
  },
  resolveComment: {
    ...review,
    method: 'PATCH',
    path: '/api/v1/comments/{comment_id}',
    summary: 'Say that a comment was seen to, or open it again.',
    status: 204,
    permission: 'review:write',
    params: ofComment,
    body: z.strictObject({ is_resolved: z.boolean() }),
    example: { is_resolved: true },
    reply: z.undefined(),
  },
} as const;

export type QueueEntryWire = z.infer<typeof queueEntryWireSchema>;
export type PortalCommentWire = z.infer<typeof portalCommentSchema>;
