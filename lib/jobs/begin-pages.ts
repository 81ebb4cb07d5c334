import type { Scope } from '#lib/access/index.ts';
import { recordInspection } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { needsPictures } from '#lib/provider/index.ts';
import { checkQuota, QuotaReached } from '#lib/usage/index.ts';
import { enqueueRenderings, enqueueSubmissions } from './enqueue-pages.ts';
import { type Beginning, insertJobPages } from './job-page-store.ts';
import { lockNewestJob, refreshJob } from './job-store.ts';

const canceled: Beginning = { status: 'canceled' };

/**
 * After the inspection: writes the pages, their part in the job and the tasks that render and submit them,
 * together. Safe to repeat. In a job that was canceled meanwhile the pages begin as canceled,
 * and as failed when the workspace has not so many pages left this month: they can be retried later.
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
    const begin = job.status === 'canceled' ? canceled : await asQuotaAllows(tx, scope, numbers.length, now);
    const submissions = await insertJobPages(tx, scope, job.id, numbers, { ...begin, now });
    const { status } = begin;
    if (status === 'queued') await enqueueSubmissions(tx, scope, documentId, submissions);
    // Where the service reads pictures, submissions begin with the rendering.
    if (status !== 'queued' || !needsPictures()) await enqueueRenderings(tx, scope, documentId, numbers);
    await refreshJob(tx, job.id, now);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
  });
}

async function asQuotaAllows(tx: Tx, scope: Scope, pages: number, now: Date): Promise<Beginning> {
  try {
    await checkQuota(tx, scope, pages, now);
    return { status: 'queued' };
  } catch (error) {
    if (!(error instanceof QuotaReached)) throw error;
    return { status: 'failed', error: error.message };
  }
}
