import { personOf, type Scope, tokenOf } from '#lib/access/index.ts';
import type { JobStatus } from '#lib/contracts/index.ts';
import { lockDocument } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import { isActive, jobStatusOf, type PageCounts } from './job-status.ts';

export type Job = {
  id: string;
  documentId: string;
  status: JobStatus;
  languages: string[];
  createdAt: Date;
  completedAt: Date | null;
};

const fields = {
  id: true,
  documentId: true,
  status: true,
  languages: true,
  createdAt: true,
  completedAt: true,
} as const;

const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

/** Whoever asks is who began it. */
export async function insertJob(
  tx: Tx,
  scope: Scope,
  job: { id: string; documentId: string; languages: readonly string[]; createdAt: Date },
): Promise<void> {
  const { workspaceId, actor } = scope;
  await tx.job.create({
    data: {
      ...job,
      workspaceId,
      createdById: personOf(actor),
      apiTokenId: tokenOf(actor),
      languages: [...job.languages],
    },
  });
}

export function findNewestJob(scope: Scope, documentId: string): Promise<Job | null> {
  return database().job.findFirst({
    where: { workspaceId: scope.workspaceId, documentId },
    orderBy: newestFirst,
    select: fields,
  });
}

/** The newest job of each document that has one. */
export function findNewestJobs(scope: Scope, documentIds: readonly string[]): Promise<Job[]> {
  return database().job.findMany({
    where: { workspaceId: scope.workspaceId, documentId: { in: [...documentIds] } },
    orderBy: newestFirst,
    distinct: ['documentId'],
    select: fields,
  });
}

/**
 * Whoever changes a job's pages holds its row first: the job's status is computed from all of them, and two
 * pages that end at the same time must not both miss the other.
 */
export async function lockJob(tx: Tx, jobId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM job WHERE id = ${jobId} FOR UPDATE`;
}

/**
 * The document's newest job, both locked until the transaction ends: nobody makes a newer job, or deletes the
 * document, meanwhile. Null when the document is gone; every other has a job.
 */
export async function lockNewestJob(tx: Tx, scope: Scope, documentId: string): Promise<Job | null> {
  if (!(await lockDocument(tx, scope, documentId))) return null;
  const where = { workspaceId: scope.workspaceId, documentId };
  const newest = await tx.job.findFirst({ where, orderBy: newestFirst, select: { id: true } });
  if (!newest) return null;
  await lockJob(tx, newest.id);
  return tx.job.findUnique({ where: { id: newest.id }, select: fields });
}

/** Ends a job that has no pages to compute its status from; one that ended before stays as it is. */
export async function endEmptyJob(
  tx: Tx,
  jobId: string,
  status: 'failed' | 'canceled',
  now: Date,
): Promise<void> {
  const { count } = await tx.job.updateMany({
    where: { id: jobId, status: { in: ['queued', 'running'] } },
    data: { status, completedAt: now },
  });
  if (count > 0) await announceEnd(tx, jobId);
}

/** Brings the locked job's status and times in line with its pages. */
export async function refreshJob(tx: Tx, jobId: string, now: Date): Promise<void> {
  const groups = await tx.jobPage.groupBy({ by: ['status'], where: { jobId }, _count: true });
  const counts: PageCounts = Object.fromEntries(groups.map((group) => [group.status, group._count]));
  const status = jobStatusOf(counts);
  const active = isActive(status);
  await tx.job.update({ where: { id: jobId }, data: { status, ...(active && { completedAt: null }) } });
  if (status !== 'queued') {
    await tx.job.updateMany({ where: { id: jobId, startedAt: null }, data: { startedAt: now } });
  }
  if (active) return;
  const { count } = await tx.job.updateMany({
    where: { id: jobId, completedAt: null },
    data: { completedAt: now },
  });
  if (count > 0) await announceEnd(tx, jobId);
}

/** Tells the person who began the job, wherever they are looking now. */
async function announceEnd(tx: Tx, jobId: string): Promise<void> {
  const job = await tx.job.findUnique({
    where: { id: jobId },
    select: { workspaceId: true, documentId: true, createdById: true },
  });
  if (!job?.createdById) return;
  const { workspaceId, documentId, createdById: userId } = job;
  await announce(tx, { topic: 'job-end', workspaceId, documentId, userId });
}
