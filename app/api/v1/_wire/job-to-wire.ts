import type { JobSummary, PortalJobDetailWire, PortalJobWire } from '#lib/contracts/index.ts';
import type { JobDetail, JobOfDocument } from '#lib/jobs/index.ts';

/** What a job is apart from whose it is. */
export function jobFigures({ id, status, languages, createdAt, completedAt, pages }: JobSummary) {
  const { total, succeeded, failed, canceled } = pages;
  return {
    id,
    status,
    languages,
    created_at: createdAt,
    completed_at: completedAt,
    pages: { total, succeeded, failed, canceled },
  };
}

export function jobToWire(job: JobOfDocument): PortalJobWire {
  return { ...jobFigures(job), document_id: job.documentId, created_by: job.createdBy };
}

export function jobDetailToWire({ job, pages }: JobDetail): PortalJobDetailWire {
  return {
    ...jobToWire(job),
    page_states: pages.map(({ pageNumber, status, attempt, percent, error, startedAt, completedAt }) => ({
      number: pageNumber,
      status,
      attempt,
      percent,
      error,
      started_at: startedAt?.toISOString() ?? null,
      completed_at: completedAt?.toISOString() ?? null,
    })),
  };
}
