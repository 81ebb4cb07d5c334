import type { JobPageStatus, JobStatus } from '#lib/contracts/index.ts';

/** How far a page's try has come. News of a lower or equal rank never changes a status. */
const ranks = {
  queued: 0,
  submitted: 1,
  processing: 2,
  succeeded: 3,
  failed: 3,
  canceled: 3,
} as const satisfies Record<JobPageStatus, number>;

const statuses = Object.keys(ranks).filter((status): status is JobPageStatus => status in ranks);

/** The statuses that may turn into `next`. */
export function statusesBefore(next: JobPageStatus): JobPageStatus[] {
  return statuses.filter((status) => ranks[status] < ranks[next]);
}

export const unfinishedPageStatuses = statusesBefore('succeeded');

/** Pages by status, and how much is read of those in `processing`, in pages. */
export type PageCounts = Partial<Record<JobPageStatus, number>> & { partlyRead?: number };

/** A job's status follows from its pages alone. Without pages it is still waiting for the inspection. */
export function jobStatusOf(counts: PageCounts): JobStatus {
  const { queued = 0, submitted = 0, processing = 0, succeeded = 0, failed = 0, canceled = 0 } = counts;
  const begun = processing + succeeded + failed + canceled;
  if (queued + submitted + processing > 0) return begun > 0 ? 'running' : 'queued';
  if (begun === 0) return 'queued';
  if (canceled > 0) return 'canceled';
  if (failed === 0) return 'succeeded';
  return succeeded > 0 ? 'partially_failed' : 'failed';
}

export function isActive(status: JobStatus): boolean {
  return status === 'queued' || status === 'running';
}
