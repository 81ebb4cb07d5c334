import type { Scope } from '#lib/access/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findJob } from './job-list-store.ts';
import { findPageStates } from './job-page-store.ts';
import { findNewestJob } from './job-store.ts';
import { describeJobs, type JobOfDocument } from './list-jobs.ts';

/** A job with the state of each of its pages, in order. */
export type JobDetail = { job: JobOfDocument; pages: Awaited<ReturnType<typeof findPageStates>> };

/** @throws NotFound, also for a job of a document that is in the trash */
export async function getJob(scope: Scope, jobId: string): Promise<JobDetail> {
  const found = await findJob(scope, jobId);
  const [job] = found ? await describeJobs(scope, [found]) : [];
  if (!job) throw new NotFound('There is no such job.');
  return { job, pages: await findPageStates(scope, jobId) };
}

/** The id of the document's newest job: the only one that can still be under way. @throws NotFound */
export async function newestJob(scope: Scope, documentId: string): Promise<string> {
  await getDocument(scope, documentId);
  const job = await findNewestJob(scope, documentId);
  if (!job) throw new NotFound('There is no such document.');
  return job.id;
}
