import type { Scope } from '#lib/access/index.ts';
import type { DocumentFilters, DocumentSummary, JobSummary } from '#lib/contracts/index.ts';
import { type Document, documentToSummary, listDocuments } from '#lib/documents/index.ts';
import { reviewStates } from '#lib/extractions/index.ts';
import { findJobsWithEarlierText } from './earlier-text-store.ts';
import { findFirstProblems } from './first-problem-store.ts';
import { countPages } from './job-page-store.ts';
import type { PageCounts } from './job-status.ts';
import { findNewestJobs, type Job } from './job-store.ts';

/** The workspace's documents that the filters leave, with their newest job each, 50 at a time, and how many in all. */
export async function listSummaries(
  scope: Scope,
  options: { cursor?: string | undefined; filters?: DocumentFilters } = {},
): Promise<{ documents: DocumentSummary[]; nextCursor: string | null; total: number }> {
  const { documents, ...rest } = await listDocuments(scope, options);
  return { documents: await summarize(scope, documents), ...rest };
}

/** Five queries at most, however many documents. */
export async function summarize(scope: Scope, documents: readonly Document[]): Promise<DocumentSummary[]> {
  const documentIds = documents.map(({ id }) => id);
  const [jobs, reviews] = await Promise.all([
    findNewestJobs(scope, documentIds),
    reviewStates(scope, documentIds),
  ]);
  const jobIds = jobs.map(({ id }) => id);
  const failed = jobs.filter(({ status }) => status === 'failed');
  const [counts, withEarlierText, problems] = await Promise.all([
    countPages(scope, jobIds),
    findJobsWithEarlierText(scope, jobIds),
    findFirstProblems(
      scope,
      failed.map(({ id }) => id),
    ),
  ]);
  return documents.map((document) => {
    const job = jobs.find(({ documentId }) => documentId === document.id);
    const review = reviews.get(document.id) ?? null;
    if (!job) return documentToSummary(document, { job: null, hasEarlierText: false, review });
    const summary = toJobSummary(job, counts.get(job.id) ?? {});
    const problem = document.problem ?? problems.get(job.id) ?? null;
    const hasEarlierText = withEarlierText.has(job.id);
    return documentToSummary({ ...document, problem }, { job: summary, hasEarlierText, review });
  });
}

export function toJobSummary(job: Job, counts: PageCounts): JobSummary {
  const { partlyRead = 0, ...byStatus } = counts;
  const { succeeded = 0, failed = 0, canceled = 0 } = byStatus;
  const total = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  return {
    id: job.id,
    status: job.status,
    createdAt: job.createdAt.toISOString(),
    completedAt: job.completedAt?.toISOString() ?? null,
    languages: job.languages,
    pages: { total, succeeded, failed, canceled, partlyRead },
  };
}
