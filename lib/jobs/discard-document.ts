import type { Scope } from '#lib/access/index.ts';
import { deleteDocument } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { stopNewestJob } from './cancel-job.ts';

/** Deletes the document and stops its reading, together. @throws NotFound */
export async function discardDocument(
  scope: Scope,
  documentId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock.now();
  await inTransaction(async (tx) => {
    await stopNewestJob(tx, scope, documentId, now);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
    await deleteDocument(tx, scope, documentId, now);
  });
}
