import type { Scope } from '#lib/access/index.ts';
import { recordOnDocuments, restartInspection } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import {
  type Clock,
  Conflict,
  inTransaction,
  NotFound,
  newId,
  sealText,
  systemClock,
} from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { checkQuota } from '#lib/usage/index.ts';
import { insertJob, lockNewestJob } from './job-store.ts';

/**
 * Has a locked document opened with its password and read in a new job. The password is written nowhere but,
 * sealed, into the task that opens the file; a wrong one leaves the document locked.
 * @throws NotFound; Conflict when the document is not locked; QuotaReached.
 */
export async function unlockDocument(
  scope: Scope,
  documentId: string,
  password: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { workspaceId } = scope;
  await inTransaction(async (tx) => {
    const last = await lockNewestJob(tx, scope, documentId);
    if (!last) throw new NotFound('There is no such document.');
    if (!(await restartInspection(tx, scope, documentId)))
      throw new Conflict('This document does not wait for a password.');
    const now = clock.now();
    await checkQuota(tx, scope, 1, now);
    const job = { id: newId(), documentId, languages: last.languages, createdAt: now };
    await insertJob(tx, scope, job);
    await recordOnDocuments(tx, scope, [documentId], 'job.unlocked');
    const sealedPassword = sealText(password);
    await enqueue(tx, 'unlock-document', { workspaceId, documentId, sealedPassword });
    await announce(tx, { topic: 'document', workspaceId, documentId });
  });
}
