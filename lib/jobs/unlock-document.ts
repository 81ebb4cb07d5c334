import type { Scope } from '#lib/access/index.ts';
import { restartInspection } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import {
  type Clock,
  Conflict,
  config,
  inTransaction,
  NotFound,
  newId,
  seal,
  systemClock,
} from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { insertJob, lockNewestJob } from './job-store.ts';

/**
 * Has a locked document opened with its password and read in a new job. The password is written nowhere but,
 * sealed, into the task that opens the file; a wrong one leaves the document locked.
 * @throws NotFound; Conflict when the document is not locked.
 */
export async function unlockDocument(
  scope: Scope,
  documentId: string,
  password: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { workspaceId, actor } = scope;
  await inTransaction(async (tx) => {
    const last = await lockNewestJob(tx, scope, documentId);
    if (!last) throw new NotFound('There is no such document.');
    if (!(await restartInspection(tx, scope, documentId)))
      throw new Conflict('This document does not wait for a password.');
    const createdById = actor.kind === 'user' ? actor.userId : null;
    const job = { id: newId(), documentId, createdById, languages: last.languages, createdAt: clock.now() };
    await insertJob(tx, scope, job);
    const sealedPassword = seal(config().secret, password);
    await enqueue(tx, 'unlock-document', { workspaceId, documentId, sealedPassword });
    await announce(tx, { topic: 'document', workspaceId, documentId });
  });
}
