import type { Scope } from '#lib/access/index.ts';
import { getDocument, recordOnDocuments } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { enqueueMany } from '#lib/queue/index.ts';
import { cancelUnfinishedPages } from './job-page-store.ts';
import { isActive } from './job-status.ts';
import { endEmptyJob, lockNewestJob, refreshJob } from './job-store.ts';

/**
 * Stops reading: pages that are not finished are canceled, what was read stays, and the prediction service is
 * told by tasks of the same transaction. Safe to repeat; a job that is over stays as it is. @throws NotFound
 */
export async function cancelJob(scope: Scope, documentId: string, clock: Clock = systemClock): Promise<void> {
  await getDocument(scope, documentId);
  await inTransaction(async (tx) => {
    if (await stopNewestJob(tx, scope, documentId, clock.now()))
      await recordOnDocuments(tx, scope, [documentId], 'job.canceled');
  });
}

/** @returns whether there was something to stop. */
export async function stopNewestJob(tx: Tx, scope: Scope, documentId: string, now: Date): Promise<boolean> {
  const { workspaceId } = scope;
  const job = await lockNewestJob(tx, scope, documentId);
  if (!job || !isActive(job.status)) return false;
  const predictionIds = await cancelUnfinishedPages(tx, job.id, now);
  await enqueueMany(
    tx,
    'cancel-submission',
    predictionIds.map((predictionId) => ({ payload: { workspaceId, predictionId } })),
  );
  await refreshJob(tx, job.id, now);
  // Without pages, the file is still being looked into.
  await endEmptyJob(tx, job.id, 'canceled', now);
  await announce(tx, { topic: 'document', workspaceId, documentId });
  return true;
}
