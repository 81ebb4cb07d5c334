import type { Scope } from '#lib/access/index.ts';
import type { JobPageStatus, PageReading } from '#lib/contracts/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { type PageCounts, statusesBefore, unfinishedPageStatuses } from './job-status.ts';

/** One try to have a page read. */
export type Submission = { jobPageId: string; submissionId: string; pageNumber: number };

const placeFields = {
  id: true,
  workspaceId: true,
  jobId: true,
  pageNumber: true,
  submissionId: true,
  attempt: true,
  status: true,
  predictionId: true,
  job: { select: { documentId: true, languages: true } },
} as const;

/** The page that a submission is about, with what it needs to be told apart and announced. */
export type PageInPlace = NonNullable<Awaited<ReturnType<typeof findBySubmission>>>;

/** How a page of a new job stands: waiting, or ended before it began. */
export type Beginning = { status: 'queued' | 'canceled' } | { status: 'failed'; error: string };

export async function insertJobPages(
  tx: Tx,
  scope: Scope,
  jobId: string,
  pageNumbers: readonly number[],
  { now, ...begin }: Beginning & { now: Date },
): Promise<Submission[]> {
  const rows = pageNumbers.map((pageNumber) => ({
    id: newId(),
    workspaceId: scope.workspaceId,
    jobId,
    pageNumber,
    submissionId: newId(),
    ...begin,
    heardAt: now,
    completedAt: begin.status === 'queued' ? null : now,
  }));
  await tx.jobPage.createMany({ data: rows });
  return rows.map(({ id, submissionId, pageNumber }) => ({ jobPageId: id, submissionId, pageNumber }));
}

/** Unscoped: a webhook names a submission, and the workspace follows from it. */
export function findBySubmission(submissionId: string) {
  return database().jobPage.findUnique({ where: { submissionId }, select: placeFields });
}

/** The document's page of this number, when it waits to be handed over. */
export function findQueuedPage(scope: Scope, documentId: string, pageNumber: number) {
  return database().jobPage.findFirst({
    where: { workspaceId: scope.workspaceId, pageNumber, status: 'queued', job: { documentId } },
    select: { id: true, submissionId: true },
  });
}

/** Progress of a job's pages, without their text, in page order. */
export function findPageStates(scope: Scope, jobId: string, numbers?: readonly number[]) {
  return database().jobPage.findMany({
    where: { workspaceId: scope.workspaceId, jobId, ...(numbers && { pageNumber: { in: [...numbers] } }) },
    orderBy: { pageNumber: 'asc' },
    select: {
      pageNumber: true,
      status: true,
      attempt: true,
      percent: true,
      error: true,
      startedAt: true,
      completedAt: true,
    },
  });
}

export async function countPages(scope: Scope, jobIds: readonly string[]): Promise<Map<string, PageCounts>> {
  const groups = await database().jobPage.groupBy({
    by: ['jobId', 'status'],
    where: { workspaceId: scope.workspaceId, jobId: { in: [...jobIds] } },
    _count: true,
    _sum: { percent: true },
  });
  const counts = new Map<string, PageCounts>();
  for (const { jobId, status, _count, _sum } of groups) {
    const partlyRead = status === 'processing' ? { partlyRead: (_sum.percent ?? 0) / 100 } : {};
    counts.set(jobId, { ...counts.get(jobId), ...partlyRead, [status]: _count });
  }
  return counts;
}

/** What a page's new status brings with it. */
export type PageNews = {
  status: Exclude<JobPageStatus, 'queued'>;
  predictionId: string | null;
  percent?: number | null;
  error?: string | null;
  text?: string | null;
  reading?: PageReading | null;
};

/**
 * Moves a try forward, or only notes that it was heard of; news of another prediction than the try's own, of
 * another try, of a lower rank or of less progress changes nothing. @returns whether status or percent changed.
 */
export async function advancePage(tx: Tx, submissionId: string, news: PageNews, now: Date): Promise<boolean> {
  const { status, predictionId, percent, error, text, reading } = news;
  const ours = {
    submissionId,
    ...(predictionId && { OR: [{ predictionId: null }, { predictionId }] }),
  };
  const finished = status === 'succeeded' || status === 'failed' || status === 'canceled';
  const { count } = await tx.jobPage.updateMany({
    where: { ...ours, status: { in: statusesBefore(status) } },
    data: {
      status,
      heardAt: now,
      ...(predictionId && { predictionId }),
      ...(typeof percent === 'number' && { percent }),
      ...(error !== undefined && { error }),
      ...(text !== undefined && { text }),
      ...(reading && { reading }),
      ...(finished && { completedAt: now }),
    },
  });
  if (count > 0 && status !== 'submitted' && status !== 'canceled') {
    await tx.jobPage.updateMany({ where: { submissionId, startedAt: null }, data: { startedAt: now } });
  }
  if (count > 0) return true;
  const where = { ...ours, status: { in: unfinishedPageStatuses } };
  await tx.jobPage.updateMany({ where, data: { heardAt: now, ...(predictionId && { predictionId }) } });
  return typeof percent === 'number' && (await raisePercent(tx, submissionId, predictionId, percent));
}

async function raisePercent(
  tx: Tx,
  submissionId: string,
  predictionId: string | null,
  percent: number,
): Promise<boolean> {
  const { count } = await tx.jobPage.updateMany({
    where: {
      submissionId,
      predictionId,
      status: 'processing',
      OR: [{ percent: null }, { percent: { lt: percent } }],
    },
    data: { percent },
  });
  return count > 0;
}

/** Ends a try that was never handed over. @returns whether it was still waiting. */
export async function failQueuedPage(
  tx: Tx,
  submissionId: string,
  error: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.jobPage.updateMany({
    where: { submissionId, status: 'queued' },
    data: { status: 'failed', error, completedAt: now, heardAt: now },
  });
  return count > 0;
}

/** Whether this prediction is what the try waits for, or what it got its result from. */
export async function belongsToTry(tx: Tx, submissionId: string, predictionId: string): Promise<boolean> {
  const where = { submissionId, predictionId, status: { not: 'canceled' as const } };
  return (await tx.jobPage.count({ where })) > 0;
}

/** Cancels what is not finished, and tells which predictions nobody waits for any more. */
export async function cancelUnfinishedPages(tx: Tx, jobId: string, now: Date): Promise<string[]> {
  const canceled = await tx.jobPage.updateManyAndReturn({
    where: { jobId, status: { in: unfinishedPageStatuses } },
    data: { status: 'canceled', completedAt: now },
    select: { predictionId: true },
  });
  return canceled.flatMap(({ predictionId }) => predictionId ?? []);
}

/** Pages of a locked job that have one of these statuses. */
type PagesOfJob = {
  jobId: string;
  statuses: readonly JobPageStatus[];
  pageNumber?: number;
  submissionId?: string;
};

function inColumns({ statuses, ...place }: PagesOfJob) {
  return { ...place, status: { in: [...statuses] } };
}

export function countPagesOf(tx: Tx, pages: PagesOfJob): Promise<number> {
  return tx.jobPage.count({ where: inColumns(pages) });
}

/** Makes a new try of each of the pages. */
export async function renewPages(tx: Tx, which: PagesOfJob, now: Date): Promise<Submission[]> {
  const pages = await tx.jobPage.findMany({
    where: inColumns(which),
    orderBy: { pageNumber: 'asc' },
    select: { id: true, pageNumber: true },
  });
  const renewed = pages.map(({ id, pageNumber }) => ({ jobPageId: id, submissionId: newId(), pageNumber }));
  const ids = renewed.map(({ jobPageId }) => jobPageId);
  const submissionIds = renewed.map((fresh) => fresh.submissionId);
  await tx.$executeRaw`
    UPDATE job_page SET
      submission_id = fresh.submission_id, attempt = attempt + 1, status = 'queued', heard_at = ${now},
      prediction_id = NULL, percent = NULL, error = NULL, started_at = NULL, completed_at = NULL
    FROM unnest(${ids}::text[], ${submissionIds}::text[]) AS fresh (id, submission_id)
    WHERE job_page.id = fresh.id`;
  return renewed;
}

/** Pages that are with the service and were not heard of since `before`, longest silence first. */
export function findSilentPages(before: Date, limit: number) {
  return database().jobPage.findMany({
    where: { status: { in: ['submitted', 'processing'] }, heardAt: { lt: before } },
    orderBy: { heardAt: 'asc' },
    take: limit,
    select: placeFields,
  });
}

/** Counts a page as heard of, so that others are asked about before it. */
export async function postponePage(submissionId: string, now: Date): Promise<void> {
  await database().jobPage.updateMany({ where: { submissionId }, data: { heardAt: now } });
}

/** Pages that wait to be handed over since before `before`; marks them as heard of now. */
export async function takeForgottenPages(tx: Tx, before: Date, limit: number, now: Date) {
  const where = { status: 'queued' as const, heardAt: { lt: before } };
  const pages = await tx.jobPage.findMany({
    where,
    orderBy: { heardAt: 'asc' },
    take: limit,
    select: placeFields,
  });
  await tx.jobPage.updateMany({
    where: { ...where, id: { in: pages.map(({ id }) => id) } },
    data: { heardAt: now },
  });
  return pages;
}
