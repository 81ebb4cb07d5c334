import type { Scope } from '#lib/access/index.ts';
import { database, joinSql, sql } from '#lib/platform/database.ts';
import { likeLiteral } from '#lib/platform/index.ts';

/** A shorter piece of a name helps no index; it is looked for in the newest documents only. */
const INDEXED_LENGTH = 3;
const NEWEST = 5_000;

/** Documents whose name holds all of these, newest first. */
export function findDocumentsByName(
  scope: Scope,
  parts: readonly string[],
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const isIndexed = parts.some((part) => part.length >= INDEXED_LENGTH);
  const named = joinSql(
    parts.map((part) => sql`d.name ILIKE ${`%${likeLiteral(part)}%`}`),
    ' AND ',
  );
  const standing = sql`
    d.workspace_id = ${scope.workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL`;
  // `OFFSET 0`: all that the index finds, in whatever order. For the order, PostgreSQL would read every document.
  const looked = isIndexed
    ? sql`SELECT * FROM document d WHERE ${standing} AND ${named} OFFSET 0`
    : sql`SELECT * FROM document d WHERE ${standing} ORDER BY d.created_at DESC, d.id DESC LIMIT ${NEWEST}`;
  return database().$queryRaw<{ id: string; name: string }[]>`
    SELECT d.id, d.name FROM (${looked}) AS d WHERE ${named}
    ORDER BY d.created_at DESC, d.id DESC LIMIT ${limit}`;
}
