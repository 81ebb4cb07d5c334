import type { Scope } from '#lib/access/index.ts';
import { createDocument } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, newId, systemClock } from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { insertJob } from './job-store.ts';

/**
 * Turns an upload into a document that is being read: document, job and the first task are written together.
 * A worker looks into the file; the pages follow then.
 * @throws NotFound when the workspace has no such upload; Conflict when it was started already.
 */
export async function startJob(
  scope: Scope,
  { uploadId, languages = [] }: { uploadId: string; languages?: readonly string[] },
  clock: Clock = systemClock,
): Promise<{ documentId: string }> {
  const now = clock.now();
  const { workspaceId, actor } = scope;
  return inTransaction(async (tx) => {
    const documentId = await createDocument(tx, scope, uploadId, now);
    const createdById = actor.kind === 'user' ? actor.userId : null;
    await insertJob(tx, scope, { id: newId(), documentId, createdById, languages, createdAt: now });
    await enqueue(tx, 'inspect-document', { workspaceId, documentId });
    await announce(tx, { topic: 'document', workspaceId, documentId });
    return { documentId };
  });
}
