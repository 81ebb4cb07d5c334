import { database, type Tx } from '#lib/platform/database.ts';
import type { InstancePerson, InstanceWorkspace } from './instance.ts';

/** Last seen first. */
export function findPeople(limit: number): Promise<InstancePerson[]> {
  return database().$queryRaw<InstancePerson[]>`
    SELECT "user".id, "user".name, "user".email, "user".is_instance_owner AS "isInstanceOwner",
      "user".created_at AS "createdAt",
      (SELECT max(last_seen_at) FROM session WHERE user_id = "user".id) AS "lastSeenAt",
      (SELECT count(*)::int FROM membership JOIN workspace ON workspace.id = workspace_id AND deleted_at IS NULL
        WHERE user_id = "user".id) AS workspaces
    FROM "user" ORDER BY "lastSeenAt" DESC NULLS LAST, "user".created_at DESC, "user".id LIMIT ${limit}`;
}

export function countPeople(): Promise<number> {
  return database().user.count();
}

/** Deleted ones last, else by name. */
export async function findWorkspaces(monthBegin: Date, limit: number): Promise<InstanceWorkspace[]> {
  const rows = await database().$queryRaw<(Omit<InstanceWorkspace, 'documentBytes'> & { bytes: bigint })[]>`
    SELECT workspace.id, slug, name, created_at AS "createdAt", deleted_at AS "deletedAt",
      monthly_page_quota AS "monthlyPageQuota",
      (SELECT count(*)::int FROM membership WHERE workspace_id = workspace.id) AS members,
      coalesce(usage.month, 0)::int AS "pagesThisMonth", coalesce(usage.pages, 0)::int AS pages,
      coalesce(kept.bytes, 0)::bigint AS bytes
    FROM workspace
    LEFT JOIN (
      SELECT workspace_id, sum(pages) AS pages, sum(pages) FILTER (WHERE day >= ${monthBegin}::date) AS month
      FROM usage_day GROUP BY workspace_id
    ) AS usage ON usage.workspace_id = workspace.id
    LEFT JOIN (
      SELECT workspace_id, sum(size) AS bytes
      FROM (SELECT DISTINCT workspace_id, sha256, size FROM document WHERE deleted_at IS NULL) AS once
      GROUP BY workspace_id
    ) AS kept ON kept.workspace_id = workspace.id
    ORDER BY deleted_at NULLS FIRST, lower(name), workspace.id LIMIT ${limit}`;
  return rows.map(({ bytes, ...row }) => ({ ...row, documentBytes: Number(bytes) }));
}

export function countWorkspaces(): Promise<number> {
  return database().workspace.count();
}

/** Answers what it was before, under a lock; null when there is no such workspace, or it is deleted. */
export async function replaceQuota(
  tx: Tx,
  workspaceId: string,
  pages: number | null,
): Promise<{ name: string; before: number | null } | null> {
  const [found] = await tx.$queryRaw<{ name: string; before: number | null }[]>`
    UPDATE workspace SET monthly_page_quota = ${pages}
    FROM (
      SELECT id, monthly_page_quota FROM workspace WHERE id = ${workspaceId} AND deleted_at IS NULL FOR NO KEY UPDATE
    ) AS old
    WHERE workspace.id = old.id RETURNING workspace.name, old.monthly_page_quota AS before`;
  return found ?? null;
}

/** When a page was last read, by whatever asked for it; null when none was. */
export async function findLastRead(): Promise<Date | null> {
  const newest = await database().prediction.findFirst({
    where: { status: 'succeeded', completedAt: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { completedAt: true },
  });
  return newest?.completedAt ?? null;
}
