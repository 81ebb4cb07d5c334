import { findBySubmission } from './job-page-store.ts';

/** Whose webhook this is, so that its signature can be checked; null when no page has this submission. */
export async function workspaceOfSubmission(submissionId: string): Promise<string | null> {
  return (await findBySubmission(submissionId))?.workspaceId ?? null;
}
