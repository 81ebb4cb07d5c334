import type { Scope } from '#lib/access/index.ts';
import { getDocument, listPages } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, Conflict, inTransaction, NotFound, newId, systemClock } from '#lib/platform/index.ts';
import { enqueueSubmissions } from './enqueue-pages.ts';
import { insertJobPages } from './job-page-store.ts';
import { isActive } from './job-status.ts';
import { insertJob, lockNewestJob } from './job-store.ts';

/**
 * Has all pages read again in a new job, in other languages if told; what the earlier job read is kept with it.
 * @throws NotFound; Conflict while the document is being read, or when nothing can be read from it.
 */
export async function rerunDocument(
  scope: Scope,
  documentId: string,
  { languages }: { languages?: readonly string[] | undefined } = {},
  clock: Clock = systemClock,
): Promise<void> {
  const document = await getDocument(scope, documentId);
  if (document.state === 'unreadable') throw new Conflict('Nothing can be read from this file.');
  const pages = await listPages(scope, documentId);
  await inTransaction(async (tx) => {
    const last = await lockNewestJob(tx, scope, documentId);
    if (!last) throw new NotFound('There is no such document.');
    if (isActive(last.status) || pages.length === 0) {
      throw new Conflict(
        'This document is being read right now. Cancel that first, or wait until it is done.',
      );
    }
    const now = clock.now();
    const createdById = scope.actor.kind === 'user' ? scope.actor.userId : null;
    const job = {
      id: newId(),
      documentId,
      createdById,
      languages: languages ?? last.languages,
      createdAt: now,
    };
    await insertJob(tx, scope, job);
    const numbers = pages.map(({ number }) => number);
    const submissions = await insertJobPages(tx, scope, job.id, numbers, { status: 'queued', now });
    await enqueueSubmissions(tx, scope, documentId, submissions);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
  });
}
