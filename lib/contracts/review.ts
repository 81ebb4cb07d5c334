import { z } from 'zod';
import { lineIdSchema, reviewStateSchema } from './extraction.ts';
import { idSchema } from './id.ts';

/** Which documents the queue of reviewers shows, and in which order. */
export const queueFilterSchema = z.object({
  /** Whose: everybody's, the asker's, nobody's, or the person with this id. */
  who: z.union([z.enum(['all', 'mine', 'unassigned']), idSchema]),
  /** Documents with pages in this state; `open`: on which nobody has decided. Approved are those approved as a whole. */
  state: z.enum(['open', ...reviewStateSchema.options]),
  /** Read first, or read with the lowest confidence. */
  order: z.enum(['oldest', 'doubt']),
});

export type QueueFilter = z.infer<typeof queueFilterSchema>;

const usual: QueueFilter = { who: 'all', state: 'open', order: 'oldest' };

const readFilterSchema = z.object({
  who: queueFilterSchema.shape.who.catch(usual.who),
  state: queueFilterSchema.shape.state.catch(usual.state),
  order: queueFilterSchema.shape.order.catch(usual.order),
});

/** The filter that an address holds; what it does not say, or says wrongly, is as usual. */
export function queueFilterOf(query: Readonly<Record<string, unknown>>): QueueFilter {
  return readFilterSchema.parse(query);
}

/** The filter for an address, without what is as usual. */
export function queueQuery({ who, state, order }: QueueFilter): URLSearchParams {
  return new URLSearchParams({
    ...(who !== usual.who && { who }),
    ...(state !== usual.state && { state }),
    ...(order !== usual.order && { order }),
  });
}

/** Somebody of the workspace, where only the name matters. */
export const personSchema = z.object({ id: z.string(), name: z.string() });

/** A document in the queue. Its figures are about the pages that the filter is about. */
export const queueEntrySchema = z.object({
  documentId: z.string(),
  name: z.string(),
  thumbnailUrl: z.string().nullable(),
  pageCount: z.number().nullable(),
  assignee: personSchema.nullable(),
  /** How many pages the filter finds in it, and the number of the first. */
  pages: z.number(),
  firstPage: z.number(),
  /** Words of low confidence that nobody has confirmed or corrected. */
  doubtfulCount: z.number(),
  /** Of the page with the lowest, 0 to 1; null when the service gives text alone. */
  lowestConfidence: z.number().nullable(),
  /** When the first of the pages was read. */
  readAt: z.string(),
});

export const reviewQueueSchema = z.object({
  /** In the filter's order, at most 100. */
  entries: z.array(queueEntrySchema),
  /** How many the filter finds, shown or not. */
  total: z.number(),
  /** Documents with pages on which nobody has decided: of everybody, of the asker, and of nobody. */
  counts: z.object({ all: z.number(), mine: z.number(), unassigned: z.number() }),
});

export const MAX_COMMENT_LENGTH = 5_000;

export const commentSchema = z.object({
  id: z.string(),
  /** Null: about the whole document. */
  pageNumber: z.number().nullable(),
  /** A line of the page, which may be gone since. */
  lineId: z.string().nullable(),
  /** Null when a program wrote it. */
  author: personSchema.nullable(),
  /** Name of the API token that wrote it; null when a person did. */
  apiToken: z.string().nullable(),
  body: z.string(),
  createdAt: z.string(),
  /** Null until somebody has seen to it. */
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string().nullable(),
  /** Whose names stand behind an @ in it. */
  mentions: z.array(personSchema),
});

/** What a browser sends to say something. */
export const newCommentSchema = z.object({
  pageNumber: z.int().min(1).nullable(),
  lineId: lineIdSchema.nullable(),
  body: z
    .string()
    .trim()
    .min(1, 'Write something.')
    .max(MAX_COMMENT_LENGTH, 'Write at most 5,000 characters.'),
  mentions: z.array(idSchema).max(50),
});

/** What is said about a document, who is to review it, and who may be mentioned. */
export const discussionSchema = z.object({
  /** Oldest first. */
  comments: z.array(commentSchema),
  assignee: personSchema.nullable(),
  /** The workspace's people; `mayReview`: may be given the document. */
  people: z.array(personSchema.extend({ mayReview: z.boolean() })),
  /** The asker. */
  me: z.string(),
});

/** A comment that mentions the asker. */
export const mentionSchema = commentSchema.extend({
  documentId: z.string(),
  documentName: z.string(),
  isSeen: z.boolean(),
});

/** Newest first, the latest 100. */
export const mentionListSchema = z.object({ mentions: z.array(mentionSchema) });

/** A tab that has a page open says so again and again, and once that it goes. */
export const heartbeatSchema = z.object({
  tabId: z.string().regex(/^[0-9a-z]{8,40}$/),
  isLeaving: z.boolean().optional(),
});

/** The others who have the page open. */
export const presenceSchema = z.object({ people: z.array(personSchema) });

/** What waits for a person in a workspace. */
export const reviewCountsSchema = z.object({
  /** Documents on which nobody has decided, of the person and of nobody; counted up to 100. */
  waiting: z.number(),
  /** Comments that mention the person and were not seen. */
  mentions: z.number(),
});

export type Person = z.infer<typeof personSchema>;
export type QueueEntry = z.infer<typeof queueEntrySchema>;
export type ReviewQueue = z.infer<typeof reviewQueueSchema>;
export type QueueCounts = ReviewQueue['counts'];
export type ReviewCounts = z.infer<typeof reviewCountsSchema>;
export type Comment = z.infer<typeof commentSchema>;
export type NewComment = z.infer<typeof newCommentSchema>;
export type Discussion = z.infer<typeof discussionSchema>;
export type Mention = z.infer<typeof mentionSchema>;
