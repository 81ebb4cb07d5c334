import type { Scope } from '#lib/access/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { countJobPage } from '#lib/usage/index.ts';
import { failQueuedPage, findBySubmission } from './job-page-store.ts';
import { lockJob, refreshJob } from './job-store.ts';

/** Ends a try that could not be handed to the prediction service. Does nothing when it is over or handed over. */
export async function failPage(
  scope: Scope,
  submissionId: string,
  error: string,
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock.now();
  await inTransaction(async (tx) => {
    const page = await findBySubmission(submissionId);
    if (page?.workspaceId !== scope.workspaceId) return;
    await lockJob(tx, page.jobId);
    if (!(await failQueuedPage(tx, submissionId, error, now))) return;
    await refreshJob(tx, page.jobId, now);
    const { workspaceId, pageNumber } = page;
    await announce(tx, { topic: 'document', workspaceId, documentId: page.job.documentId, page: pageNumber });
    await countJobPage(tx, page.jobId, 'failed', now);
  });
}
