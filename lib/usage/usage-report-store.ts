import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import type { Counts, Storage, UsageSubject } from './usage.ts';

/** Days on which something ended, oldest first. */
export async function findDays(
  { workspaceId }: Scope,
  from: Date | null,
): Promise<(Counts & { day: Date })[]> {
  const rows = await database().usageDay.groupBy({
    by: ['day'],
    where: { workspaceId, ...(from && { day: { gte: from } }) },
    orderBy: { day: 'asc' },
    _sum: { pages: true, failedPages: true },
  });
  return rows.map(({ day, _sum }) => ({
    day,
    pages: _sum.pages ?? 0,
    failedPages: _sum.failedPages ?? 0,
  }));
}

/** Those for whom something was read since, most pages first. */
export function findSubjects({ workspaceId }: Scope, from: Date | null): Promise<UsageSubject[]> {
  return database().$queryRaw<UsageSubject[]>`
    SELECT usage.kind::text AS kind, usage.id, coalesce("user".name, api_token.name) AS name, usage.pages,
      usage.failed AS "failedPages"
    FROM (
      SELECT subject_kind AS kind, subject_id AS id, sum(pages)::int AS pages, sum(failed_pages)::int AS failed
      FROM usage_day
      WHERE workspace_id = ${workspaceId} AND day >= coalesce(${from}::date, '-infinity')
      GROUP BY 1, 2
    ) AS usage
    LEFT JOIN "user" ON usage.kind = 'user' AND "user".id = usage.id
    LEFT JOIN api_token ON usage.kind = 'token' AND api_token.id = usage.id
    ORDER BY usage.pages DESC, usage.failed DESC, name, usage.id`;
}

/** Each day's counts for everybody, oldest first. */
export function findSubjectDays(
  { workspaceId }: Scope,
  from: Date | null,
): Promise<(UsageSubject & { day: string })[]> {
  return database().$queryRaw<(UsageSubject & { day: string })[]>`
    SELECT to_char(usage_day.day, 'YYYY-MM-DD') AS day, subject_kind::text AS kind, subject_id AS id,
      coalesce("user".name, api_token.name) AS name, pages, failed_pages AS "failedPages"
    FROM usage_day
    LEFT JOIN "user" ON subject_kind = 'user' AND "user".id = subject_id
    LEFT JOIN api_token ON subject_kind = 'token' AND api_token.id = subject_id
    WHERE usage_day.workspace_id = ${workspaceId} AND day >= coalesce(${from}::date, '-infinity')
    ORDER BY usage_day.day, pages DESC, name, subject_id`;
}

export async function findStorage({ workspaceId }: Scope): Promise<Storage> {
  const [found] = await database().$queryRaw<
    { documents: bigint; exports: bigint; files: bigint; all: bigint }[]
  >`
    WITH kept AS (
      SELECT 'documents' AS kind, sha256, size FROM document WHERE workspace_id = ${workspaceId} AND deleted_at IS NULL
      UNION SELECT 'exports', sha256, size FROM export WHERE workspace_id = ${workspaceId} AND sha256 IS NOT NULL
      UNION SELECT 'files', sha256, size FROM api_file WHERE workspace_id = ${workspaceId} AND deleted_at IS NULL AND NOT is_portal
    )
    SELECT
      (SELECT coalesce(sum(size), 0)::bigint FROM kept WHERE kind = 'documents') AS documents,
      (SELECT coalesce(sum(size), 0)::bigint FROM kept WHERE kind = 'exports') AS exports,
      (SELECT coalesce(sum(size), 0)::bigint FROM kept WHERE kind = 'files') AS files,
      (SELECT coalesce(sum(size), 0)::bigint FROM (SELECT DISTINCT sha256, size FROM kept) AS once) AS "all"`;
  return {
    documentBytes: Number(found?.documents ?? 0),
    exportBytes: Number(found?.exports ?? 0),
    apiFileBytes: Number(found?.files ?? 0),
    totalBytes: Number(found?.all ?? 0),
  };
}
