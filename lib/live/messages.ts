import { z } from 'zod';

/** What may be announced to all processes: ids only, the database is the truth. */
export const liveMessageSchema = z.discriminatedUnion('topic', [
  z.object({
    topic: z.literal('prediction'),
    workspaceId: z.string(),
    predictionId: z.string(),
    /** Whether there will be no more. Processes of an earlier release do not tell. */
    hasEnded: z.boolean().optional(),
  }),
  z.object({
    topic: z.literal('document'),
    workspaceId: z.string(),
    documentId: z.string(),
    /** Absent: anything about the document may have changed. */
    page: z.number().int().optional(),
  }),
  /** Somebody opened or closed the page for review. */
  z.object({
    topic: z.literal('presence'),
    workspaceId: z.string(),
    documentId: z.string(),
    page: z.number().int(),
  }),
  /** Tags or folders of the workspace came, went, or got other names. */
  z.object({ topic: z.literal('library'), workspaceId: z.string() }),
  /** There is a new task, due in so many seconds. */
  z.object({ topic: z.literal('task'), name: z.string(), inSeconds: z.number() }),
  z.object({ topic: z.literal('export'), workspaceId: z.string(), exportId: z.string() }),
  /** A job has ended, for the person who began it. */
  z.object({
    topic: z.literal('job-end'),
    workspaceId: z.string(),
    documentId: z.string(),
    userId: z.string(),
  }),
  /** Someone lost a membership or a session: open streams must check again whether they may stay open. */
  z.object({ topic: z.literal('access'), userId: z.string() }),
  /** The token was revoked: what it has open closes. */
  z.object({ topic: z.literal('token'), tokenId: z.string() }),
]);

export type LiveMessage = z.infer<typeof liveMessageSchema>;
