import type { Scope } from '#lib/access/index.ts';
import { type Problem, recordUnreadable } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { endEmptyJob, lockNewestJob } from './job-store.ts';

/** Ends a document that nothing can be read from, and its job, with a sentence that says why. Safe to repeat. */
export async function failInspection(
  scope: Scope,
  documentId: string,
  problem: Problem,
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock.now();
  await inTransaction(async (tx) => {
    const job = await lockNewestJob(tx, scope, documentId);
    if (!(await recordUnreadable(tx, scope, documentId, problem))) return;
    if (job) await endEmptyJob(tx, job.id, 'failed', now);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
  });
}
