import { z } from 'zod';
import { reviewStateSchema } from './extraction.ts';
import { tagSchema } from './library.ts';

/** The shapes the portal's pages get from its own JSON routes and hand to client components. Times are ISO 8601. */

export const documentStateSchema = z.enum(['inspecting', 'ready', 'unreadable']);
export const jobStatusSchema = z.enum([
  'queued',
  'running',
  'succeeded',
  'partially_failed',
  'failed',
  'canceled',
]);
export const jobPageStatusSchema = z.enum([
  'queued',
  'submitted',
  'processing',
  'succeeded',
  'failed',
  'canceled',
]);

/** Longest side of a page's usual picture, in pixels; less only where the file holds no more. */
export const PICTURE_SIDE = 2_000;

/** One run over the document: the newest one. */
export const jobSummarySchema = z.object({
  id: z.string(),
  status: jobStatusSchema,
  createdAt: z.string(),
  completedAt: z.string().nullable(),
  /** Codes of the languages for which it is read, or `auto`; none means English. */
  languages: z.array(z.string()),
  pages: z.object({
    total: z.number(),
    succeeded: z.number(),
    failed: z.number(),
    canceled: z.number(),
    /** What is read of the pages that are being read, in pages: two that are half read are 1. */
    partlyRead: z.number(),
  }),
});

export const documentSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  state: documentStateSchema,
  /** Why the document is unreadable, or why its newest job read no page; a sentence for people. */
  problem: z.string().nullable(),
  /** Unreadable for want of a password that opens it. */
  locked: z.boolean(),
  pageCount: z.number().nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  /** Name of the API token that brought it; null when a person did. */
  apiToken: z.string().nullable(),
  /** Path of the first page's small picture; null until it is rendered. */
  thumbnailUrl: z.string().nullable(),
  /** Null outside of all folders. */
  folderId: z.string().nullable(),
  /** By name. */
  tags: z.array(tagSchema),
  job: jobSummarySchema.nullable(),
  /** Pages that the newest job has not read (yet) still have the text of an earlier reading. */
  hasEarlierText: z.boolean(),
  /** Of all its pages together; null before anything was read. */
  review: reviewStateSchema.nullable(),
});

export const pageProgressSchema = z.object({
  number: z.number(),
  status: jobPageStatusSchema,
  attempt: z.number(),
  /** How far reading is, 0 to 100; null when nobody said. */
  percent: z.number().nullable(),
  error: z.string().nullable(),
  startedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
  /** When what the page says was last read or corrected; null until it is read. */
  changedAt: z.string().nullable(),
  /** Size of the page picture's proportions: pixels of an image, points of a PDF. */
  width: z.number(),
  height: z.number(),
  imageUrl: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
});

/** The document page's whole live state, or the part of it that was asked for by page number. */
export const documentProgressSchema = z.object({
  document: documentSummarySchema,
  pages: z.array(pageProgressSchema),
});

/** What one page says, fetched when somebody looks at it. `text` is null until it is read. */
export const pageTextSchema = z.object({ number: z.number(), text: z.string().nullable() });

export const uploadSchema = z.object({
  uploadId: z.string(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  /** A document of this workspace with the same bytes. */
  duplicateOf: z.object({ documentId: z.string(), name: z.string() }).nullable(),
});

/** Why an open page may show nothing more. */
export const closedWhySchema = z.enum(['session', 'membership']);

/** What the browser's event stream carries: a hint to fetch again. */
export const portalEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('document'), documentId: z.string(), page: z.number().optional() }),
  z.object({ type: z.literal('export'), exportId: z.string() }),
  z.object({ type: z.literal('presence'), documentId: z.string(), page: z.number() }),
  /** Tags or folders came, went, or got other names. */
  z.object({ type: z.literal('library') }),
  z.object({ type: z.literal('resync') }),
  /** A job that the reader began has ended. */
  z.object({ type: z.literal('job-end'), documentId: z.string() }),
  /** The reader's own role may be another one now. */
  z.object({ type: z.literal('access') }),
  /** The last word: the session or the membership has ended, or the workspace was deleted. */
  z.object({ type: z.literal('closed'), why: closedWhySchema }),
]);

export type DocumentSummary = z.infer<typeof documentSummarySchema>;
export type JobSummary = z.infer<typeof jobSummarySchema>;
export type PageProgress = z.infer<typeof pageProgressSchema>;
export type DocumentProgress = z.infer<typeof documentProgressSchema>;
export type PageText = z.infer<typeof pageTextSchema>;
export type UploadReceipt = z.infer<typeof uploadSchema>;
export type PortalEvent = z.infer<typeof portalEventSchema>;
export type ClosedWhy = z.infer<typeof closedWhySchema>;
export type JobPageStatus = z.infer<typeof jobPageStatusSchema>;
export type JobStatus = z.infer<typeof jobStatusSchema>;
