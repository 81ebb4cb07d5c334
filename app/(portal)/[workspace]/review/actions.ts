'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import { type ActionResult, idSchema } from '#lib/contracts/index.ts';
import * as review from '#lib/review/index.ts';

const MOST_AT_ONCE = 500;

const ofAssignment = z.object({
  workspace: z.string(),
  documentIds: z.array(idSchema).min(1).max(MOST_AT_ONCE),
  assigneeId: idSchema.nullable(),
});

const ofMentions = z.object({
  workspace: z.string(),
  commentIds: z.union([z.literal('all'), z.array(idSchema).min(1).max(MOST_AT_ONCE)]),
});

/** Null: nobody is to review them. */
export async function assignDocuments(input: z.input<typeof ofAssignment>): Promise<ActionResult<null>> {
  return runInWorkspace(ofAssignment, input, 'review:write', async ({ documentIds, assigneeId }, scope) => {
    await review.assignDocuments(scope, documentIds, assigneeId);
    return null;
  });
}

/** The asker's own mentions in these comments, or all. */
export async function markMentionsSeen(input: z.input<typeof ofMentions>): Promise<ActionResult<null>> {
  return runInWorkspace(ofMentions, input, 'job:read', async ({ commentIds }, scope) => {
    await review.markMentionsSeen(scope, commentIds);
    return null;
  });
}
