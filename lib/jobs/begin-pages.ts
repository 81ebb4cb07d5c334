import type { Scope } from '#lib/access/index.ts';
import { recordInspection } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { needsPictures } from '#lib/provider/index.ts';
import { enqueueRenderings, enqueueSubmissions } from './enqueue-pages.ts';
import { insertJobPages } from './job-page-store.ts';
import { lockNewestJob, refreshJob } from './job-store.ts';

/**
 * After the inspection: writes the pages, their part in the job and the tasks that render and submit them,
 * together. Safe to repeat. In a job that was canceled meanwhile the pages begin as canceled.
 */
export async function beginPages(
  scope: Scope,
  documentId: string,
  sizes: readonly { width: number; height: number }[],
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock.now();
  const numbers = sizes.map((_, index) => index + 1);
  await inTransaction(async (tx) => {
    const job = await lockNewestJob(tx, scope, documentId);
    if (!job || !(await recordInspection(tx, scope, documentId, sizes))) return;
    const status = job.status === 'canceled' ? 'canceled' : 'queued';
    const submissions = await insertJobPages(tx, scope, job.id, numbers, { status, now });
    if (status === 'queued') await enqueueSubmissions(tx, scope, documentId, submissions);
    // Where the service reads pictures, submissions begin with the rendering.
    if (status === 'canceled' || !needsPictures()) await enqueueRenderings(tx, scope, documentId, numbers);
    await refreshJob(tx, job.id, now);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
  });
}
