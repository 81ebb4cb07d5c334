import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';

/** Of each of these jobs, why the first page that failed did so; without those that nobody gave a reason for. */
export async function findFirstProblems(
  scope: Scope,
  jobIds: readonly string[],
): Promise<Map<string, string>> {
  if (jobIds.length === 0) return new Map();
  const rows = await database().$queryRaw<{ jobId: string; error: string }[]>`
    SELECT DISTINCT ON (job_id) job_id AS "jobId", error FROM job_page
    WHERE workspace_id = ${scope.workspaceId} AND job_id = ANY(${[...jobIds]}::text[])
      AND status = 'failed' AND error IS NOT NULL
    ORDER BY job_id, page_number`;
  return new Map(rows.map(({ jobId, error }) => [jobId, error]));
}
