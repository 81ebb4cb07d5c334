'use server';

import { z } from 'zod';
import { runInWorkspace } from '#app/_actions/run-action.ts';
import {
  type ActionResult,
  type Extraction,
  idSchema,
  MAX_COMMENT_LENGTH,
  newCommentSchema,
  queueFilterSchema,
  reviewStateSchema,
  saveSchema,
} from '#lib/contracts/index.ts';
import * as extractions from '#lib/extractions/index.ts';
import * as review from '#lib/review/index.ts';

const ofDocument = z.object({ workspace: z.string(), documentId: z.string() });
const pageNumberSchema = z.int().min(1);
const ofPage = ofDocument.extend({ page: pageNumberSchema });
const ofRevision = ofPage.extend({ number: z.int().min(0), saveId: saveSchema.shape.saveId });
const ofComment = z.object({ workspace: z.string(), commentId: idSchema });
const ofNewComment = ofDocument.extend({ comment: newCommentSchema });
const ofResolution = ofComment.extend({ isResolved: z.boolean() });
const seenSchema = z.array(z.object({ page: pageNumberSchema, revision: z.int().min(0) }));
const ofApproval = ofDocument.extend({ queue: queueFilterSchema, seen: seenSchema });
const ofState = ofDocument.extend({
  pages: z.union([z.literal('all'), z.array(pageNumberSchema).min(1)]),
  state: reviewStateSchema,
  comment: z.string().max(MAX_COMMENT_LENGTH, 'Write at most 5,000 characters.').optional(),
  seen: seenSchema,
});

/** Number 0 is what the machine read. */
export async function restoreRevision(input: z.input<typeof ofRevision>): Promise<ActionResult<Extraction>> {
  return runInWorkspace(ofRevision, input, 'review:write', ({ documentId, page, number, saveId }, scope) =>
    extractions.restoreRevision(scope, documentId, page, number, saveId),
  );
}

/** Puts the later reading in place of what the page says. */
export async function takeNewerReading(input: z.input<typeof ofPage>): Promise<ActionResult<Extraction>> {
  return runInWorkspace(ofPage, input, 'review:write', ({ documentId, page }, scope) =>
    extractions.takeNewerReading(scope, documentId, page),
  );
}

/** Keeps what the page says. */
export async function leaveNewerReading(input: z.input<typeof ofPage>): Promise<ActionResult<Extraction>> {
  return runInWorkspace(ofPage, input, 'review:write', ({ documentId, page }, scope) =>
    extractions.leaveNewerReading(scope, documentId, page),
  );
}

/** About pages as they were `seen`. A rejection needs a comment; `pages` in the answer is how many changed. */
export async function setReviewState(
  input: z.input<typeof ofState>,
): Promise<ActionResult<{ pages: number }>> {
  return runInWorkspace(ofState, input, 'review:write', async ({ documentId, ...change }, scope) => ({
    pages: await extractions.setReviewState(scope, documentId, change),
  }));
}

/** Approves all pages that were read, as they were `seen`; `next` follows the document in the queue with this filter. */
export async function approveDocument(
  input: z.input<typeof ofApproval>,
): Promise<ActionResult<{ pages: number; next: { documentId: string; firstPage: number } | null }>> {
  return runInWorkspace(ofApproval, input, 'review:write', async ({ documentId, queue, seen }, scope) => {
    const next = await review.nextToReview(scope, queue, documentId);
    const approval = { pages: 'all', state: 'approved', seen } as const;
    const pages = await extractions.setReviewState(scope, documentId, approval);
    return { pages, next };
  });
}

export async function addComment(input: z.input<typeof ofNewComment>): Promise<ActionResult<{ id: string }>> {
  return runInWorkspace(ofNewComment, input, 'review:write', async ({ documentId, comment }, scope) => ({
    id: await review.addComment(scope, documentId, comment),
  }));
}

/** Or opens it again. */
export async function resolveComment(input: z.input<typeof ofResolution>): Promise<ActionResult<null>> {
  return runInWorkspace(ofResolution, input, 'review:write', async ({ commentId, isResolved }, scope) => {
    await review.resolveComment(scope, commentId, isResolved);
    return null;
  });
}

/** Only one's own. */
export async function deleteComment(input: z.input<typeof ofComment>): Promise<ActionResult<null>> {
  return runInWorkspace(ofComment, input, 'review:write', async ({ commentId }, scope) => {
    await review.deleteComment(scope, commentId);
    return null;
  });
}
