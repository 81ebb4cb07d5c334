import type { Scope } from '#lib/access/index.ts';
import { getDocument, listPages, recordOnDocuments } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, Conflict, inTransaction, NotFound, newId, systemClock } from '#lib/platform/index.ts';
import { checkQuota } from '#lib/usage/index.ts';
import { carryPages } from './carried-page-store.ts';
import { enqueueSubmissions } from './enqueue-pages.ts';
import { insertJobPages } from './job-page-store.ts';
import { isActive } from './job-status.ts';
import { insertJob, lockNewestJob, refreshJob } from './job-store.ts';

/**
 * Has all pages read again in a new job, or one of them, in other languages if told; what the earlier job read is kept
 * with it. @throws NotFound; Conflict while the document is being read, or when nothing can be read from it; QuotaReached.
 */
export async function rerunDocument(
  scope: Scope,
  documentId: string,
  { languages, page }: { languages?: readonly string[] | undefined; page?: number | undefined } = {},
  clock: Clock = systemClock,
): Promise<void> {
  const document = await getDocument(scope, documentId);
  if (document.state === 'unreadable') throw new Conflict('Nothing can be read from this file.');
  const pages = await listPages(scope, documentId);
  const numbers = pages.map(({ number }) => number).filter((number) => page === undefined || number === page);
  if (page !== undefined && numbers.length === 0) throw new NotFound('There is no such page.');
  await inTransaction(async (tx) => {
    const last = await lockNewestJob(tx, scope, documentId);
    if (!last) throw new NotFound('There is no such document.');
    if (isActive(last.status) || pages.length === 0) {
      throw new Conflict(
        'This document is being read right now. Cancel that first, or wait until it is done.',
      );
    }
    const now = clock.now();
    await checkQuota(tx, scope, numbers.length, now);
    const job = {
      id: newId(),
      documentId,
      languages: languages ?? last.languages,
      createdAt: now,
    };
    await insertJob(tx, scope, job);
    if (page !== undefined) await carryPages(tx, { from: last.id, to: job.id, except: numbers });
    const submissions = await insertJobPages(tx, scope, job.id, numbers, { status: 'queued', now });
    await enqueueSubmissions(tx, scope, documentId, submissions);
    if (page !== undefined) await refreshJob(tx, job.id, now);
    const details = { page: page ?? null, languages: [...job.languages] };
    await recordOnDocuments(tx, scope, [documentId], 'job.rerun', details);
    await announce(tx, { topic: 'document', workspaceId: scope.workspaceId, documentId });
  });
}
