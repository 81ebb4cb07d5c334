import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';

/** Of these jobs, those with pages that they have not read (yet), and that still say what an earlier one read. */
export async function findJobsWithEarlierText(scope: Scope, jobIds: readonly string[]): Promise<Set<string>> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT job.id FROM job
    WHERE job.workspace_id = ${scope.workspaceId} AND job.id = ANY(${[...jobIds]}::text[]) AND EXISTS (
      SELECT 1 FROM job_page unread
      JOIN extraction ON extraction.document_id = job.document_id AND extraction.page_number = unread.page_number
      WHERE unread.job_id = job.id AND unread.text IS NULL AND extraction.text <> '')`;
  return new Set(rows.map(({ id }) => id));
}
