import type { SearchFilters } from '#lib/contracts/index.ts';
import { joinSql, type Sql, sql } from '#lib/platform/database.ts';

/** Conditions on `d` (document): it stands, and the filters leave it. */
export function documentConditions({ tag, folder, person, from, to }: SearchFilters): Sql {
  const conditions = [
    sql`d.deleted_at IS NULL AND d.trashed_at IS NULL`,
    ...(folder ? [sql`d.folder_id = ${folder}`] : []),
    ...(person ? [sql`d.created_by_id = ${person}`] : []),
    ...(from ? [sql`d.created_at >= ${from}::date`] : []),
    ...(to ? [sql`d.created_at < ${to}::date + 1`] : []),
    ...(tag
      ? [sql`EXISTS (SELECT 1 FROM document_tag t WHERE t.document_id = d.id AND t.tag_id = ${tag})`]
      : []),
  ];
  return joinSql(conditions, ' AND ');
}

/** Conditions on `e` (extraction); null where the filters ask nothing of it. */
export function extractionConditions({ state, below }: SearchFilters): Sql | null {
  const conditions = [
    ...(state ? [sql`e.state = ${state}::review_state`] : []),
    ...(below ? [sql`e.confidence < ${below}::float / 100`] : []),
  ];
  return conditions.length > 0 ? joinSql(conditions, ' AND ') : null;
}

/** Whether the filters ask something of documents. */
export function narrowsDocuments({ tag, folder, person, from, to }: SearchFilters): boolean {
  return [tag, folder, person, from, to].some((value) => value !== undefined);
}
