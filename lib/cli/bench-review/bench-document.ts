import { z } from 'zod';

/** What the bench has to know of the document that it opens. */
export const benchDocumentSchema = z.object({
  /** Of its review, below the server's address. */
  path: z.string(),
  /** The session cookie of somebody who may correct it. */
  sessionToken: z.string(),
});

export type BenchDocument = z.infer<typeof benchDocumentSchema>;
