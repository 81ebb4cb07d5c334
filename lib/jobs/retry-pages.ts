import type { Scope } from '#lib/access/index.ts';
import { getDocument, recordOnDocuments } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, Conflict, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { forgetFile } from '#lib/provider/index.ts';
import { checkQuota } from '#lib/usage/index.ts';
import { enqueueSubmissions } from './enqueue-pages.ts';
import { countPagesOf, renewPages } from './job-page-store.ts';
import { lockNewestJob, refreshJob } from './job-store.ts';

/** What is read again. */
const statuses = ['failed', 'canceled'] as const;

/**
 * Has one page read again that failed or was canceled. Late news of the earlier try changes nothing any more.
 * @throws NotFound; Conflict when the page is being read or was read; QuotaReached.
 */
export async function retryPage(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  clock: Clock = systemClock,
): Promise<void> {
  if ((await retry(scope, documentId, pageNumber, clock)) === 0) {
    throw new Conflict('This page has neither failed nor been canceled.');
  }
}

/** Has every page read again that failed or was canceled. @returns how many; none is fine. @throws NotFound */
export function retryFailedPages(
  scope: Scope,
  documentId: string,
  clock: Clock = systemClock,
): Promise<number> {
  return retry(scope, documentId, undefined, clock);
}

async function retry(
  scope: Scope,
  documentId: string,
  pageNumber: number | undefined,
  clock: Clock,
): Promise<number> {
  await getDocument(scope, documentId);
  const now = clock.now();
  return inTransaction(async (tx) => {
    const job = await lockNewestJob(tx, scope, documentId);
    if (!job) throw new NotFound('There is no such document.');
    const which = { jobId: job.id, statuses, ...(pageNumber !== undefined && { pageNumber }) };
    await checkQuota(tx, scope, await countPagesOf(tx, which), now);
    const renewed = await renewPages(tx, which, now);
    if (renewed.length === 0) return 0;
    await forgetFile(tx, documentId);
    await enqueueSubmissions(tx, scope, documentId, renewed);
    await refreshJob(tx, job.id, now);
    const details = { page: pageNumber ?? null, pages: renewed.length };
    await recordOnDocuments(tx, scope, [documentId], 'job.retried', details);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
    return renewed.length;
  });
}
