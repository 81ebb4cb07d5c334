import type { Scope } from '#lib/access/index.ts';
import type { JobSummary } from '#lib/contracts/index.ts';
import { type Page, type Position, pageOf } from '#lib/platform/index.ts';
import { findJobs, type JobFilter, type ListedJob } from './job-list-store.ts';
import { countPages } from './job-page-store.ts';
import { toJobSummary } from './list-summaries.ts';

export type { JobFilter } from './job-list-store.ts';

/** `createdBy` is the name of the person or token that began it; null when they are gone. */
export type JobOfDocument = JobSummary & { documentId: string; createdBy: string | null };

const PAGE_SIZE = 50;

/** One page of the workspace's jobs, newest first; those of documents in the trash are left out. */
export async function listJobs(
  scope: Scope,
  filter: JobFilter = {},
  position: Position | null = null,
): Promise<Page<JobOfDocument>> {
  const rows = await findJobs(scope, filter, position, PAGE_SIZE + 1);
  const { items, ...neighbours } = pageOf(rows, position, PAGE_SIZE);
  return { items: await describeJobs(scope, items), ...neighbours };
}

export async function describeJobs(scope: Scope, jobs: readonly ListedJob[]): Promise<JobOfDocument[]> {
  const counts = await countPages(
    scope,
    jobs.map(({ id }) => id),
  );
  return jobs.map((job) => ({
    ...toJobSummary(job, counts.get(job.id) ?? {}),
    documentId: job.documentId,
    createdBy: job.createdBy,
  }));
}
