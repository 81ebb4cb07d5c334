import { z } from 'zod';
import type { Json } from '#lib/contracts/index.ts';
import { database, joinSql, noSql, type Sql, sql } from '#lib/platform/database.ts';
import { inListOrder, likeLiteral, type Position } from '#lib/platform/index.ts';
import type { AuditEntry, AuditFilter } from './audit-entry.ts';

type Row = Omit<AuditEntry, 'actor' | 'target' | 'details'> & {
  actorKind: AuditEntry['actor']['kind'];
  actorId: string | null;
  actorName: string | null;
  targetKind: string | null;
  targetId: string | null;
  targetName: string | null;
  details: unknown;
};

/** Where to look: in one workspace, with what its members did outside of all of them, or everywhere. */
export type AuditPlace = { workspaceId: string } | 'everywhere';

// A jsonb column holds JSON and nothing else.
const detailsSchema = z.record(
  z.string(),
  z.custom<Json>((value) => value !== undefined),
);

/** At most `limit` in list order, newest first. */
export async function findEvents(
  place: AuditPlace,
  filter: AuditFilter,
  position: Position | null,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await database().$queryRaw<Row[]>(eventsQuery(place, filter, position, limit));
  return inListOrder(rows, position).map(toEntry);
}

export function eventsQuery(
  place: AuditPlace,
  filter: AuditFilter,
  position: Position | null,
  limit: number,
): Sql {
  const isNewer = position?.direction === 'newer';
  const order = isNewer ? sql`at ASC, id ASC` : sql`at DESC, id DESC`;
  const side = isNewer ? sql`>` : sql`<`;
  const beyond = position ? sql`AND (at, id) ${side} (${position.createdAt}, ${position.id})` : noSql;
  // Within a part the workspace is one: named first, it leads what was done in it along its own index, however long the
  // trail is. How its members came in costs more, the more sign-ins the installation has.
  const ofPlace = place === 'everywhere' ? noSql : isNewer ? sql`workspace_id DESC,` : sql`workspace_id ASC,`;
  const where = sql`${conditionsOf(filter)} ${beyond} ORDER BY ${ofPlace} ${order} LIMIT ${limit}`;
  const parts = partsOf(place).map((part) => sql`(SELECT * FROM audit_event WHERE ${part} ${where})`);
  // From where and with what members came in is told to them, and to who looks after the installation.
  const seen = (column: Sql) =>
    place === 'everywhere' ? column : sql`CASE WHEN workspace_id IS NULL THEN NULL ELSE ${column} END`;
  const [whereFrom, withWhat] = [seen(sql`ip_address`), seen(sql`user_agent`)];
  return sql`
    SELECT id, at AS "createdAt", workspace_id AS "workspaceId", actor_kind::text AS "actorKind",
      actor_id AS "actorId", actor_name AS "actorName", act, target_kind AS "targetKind", target_id AS "targetId",
      target_name AS "targetName", details, ${whereFrom} AS "ipAddress", ${withWhat} AS "userAgent"
    FROM (${joinSql(parts, ' UNION ALL ')}) AS event ORDER BY ${order} LIMIT ${limit}`;
}

function partsOf(place: AuditPlace): Sql[] {
  if (place === 'everywhere') return [sql`true`];
  return [
    sql`workspace_id = ${place.workspaceId}`,
    // How members came in since they are members; the rest of their account is their own matter. One condition for whoever
    // came in or failed to: one join with the sign-ins of the installation instead of a question for each of them.
    sql`workspace_id IS NULL AND act LIKE 'account.sign%' AND EXISTS (
      SELECT FROM membership WHERE membership.workspace_id = ${place.workspaceId} AND created_at <= audit_event.at
        AND user_id = coalesce(actor_id, CASE target_kind WHEN 'user' THEN target_id END))`,
  ];
}

function conditionsOf({ actorId, group, target, from, to }: AuditFilter): Sql {
  const named = target === undefined ? '' : `%${likeLiteral(target)}%`;
  return joinSql(
    [
      noSql,
      ...(actorId === undefined ? [] : [sql`actor_id = ${actorId}`]),
      ...(group === undefined ? [] : [sql`act LIKE ${`${likeLiteral(group)}.%`}`]),
      ...(target === undefined ? [] : [sql`(target_id = ${target} OR target_name ILIKE ${named})`]),
      ...(from === undefined ? [] : [sql`at >= ${from}`]),
      ...(to === undefined ? [] : [sql`at < ${to}`]),
    ],
    ' AND ',
  );
}

function toEntry({
  actorKind,
  actorId,
  actorName,
  targetKind,
  targetId,
  targetName,
  ...row
}: Row): AuditEntry {
  return {
    ...row,
    actor: { kind: actorKind, id: actorId, name: actorName },
    target:
      targetKind !== null && targetId !== null ? { kind: targetKind, id: targetId, name: targetName } : null,
    details: row.details === null ? {} : detailsSchema.parse(row.details),
  };
}
