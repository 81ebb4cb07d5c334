import type { Scope } from '#lib/access/index.ts';
import type { DocumentFilters, DocumentSort, JobStatus } from '#lib/contracts/index.ts';
import { database, joinSql, noSql, type Sql, sql } from '#lib/platform/database.ts';

/** Where the reading of a list goes on: what the last document that was shown is sorted by, and its id. */
export type ListPosition = { key: string | number; id: string };

type Order = { key: Sql; after: (position: ListPosition) => Sql; by: Sql; join?: (scope: Scope) => Sql };

const confidenceOf = ({ workspaceId }: Scope) => sql`
  LEFT JOIN (
    SELECT document_id, round(avg(confidence) * 10000)::int AS confidence FROM extraction
    WHERE workspace_id = ${workspaceId} GROUP BY document_id
  ) AS read ON read.document_id = d.id`;
// Documents whose confidence nobody knows come last.
const confidence = sql`coalesce(read.confidence, 10001)`;
const createdAt = sql`extract(epoch FROM d.created_at) * 1000`;

const orders: Record<DocumentSort, Order> = {
  newest: {
    key: sql`(${createdAt})::float8`,
    after: ({ key, id }) => sql`(d.created_at, d.id) < (${new Date(Number(key))}, ${id})`,
    by: sql`d.created_at DESC, d.id DESC`,
  },
  oldest: {
    key: sql`(${createdAt})::float8`,
    after: ({ key, id }) => sql`(d.created_at, d.id) > (${new Date(Number(key))}, ${id})`,
    by: sql`d.created_at, d.id`,
  },
  name: {
    key: sql`lower(d.name)`,
    after: ({ key, id }) => sql`(lower(d.name), d.id) > (${String(key)}, ${id})`,
    by: sql`lower(d.name), d.id`,
  },
  confidence: {
    key: confidence,
    after: ({ key, id }) => sql`(${confidence}, d.id) > (${Number(key)}, ${id})`,
    by: sql`${confidence}, d.id`,
    join: confidenceOf,
  },
};

/** In the filters' order. */
export function findFilteredIds(
  scope: Scope,
  filters: DocumentFilters,
  after: ListPosition | null,
  limit: number,
): Promise<ListPosition[]> {
  const order = orders[filters.sort ?? 'newest'];
  return database().$queryRaw<ListPosition[]>`
    SELECT d.id, ${order.key} AS key FROM document d ${order.join?.(scope) ?? noSql}
    WHERE ${conditions(scope, filters)} ${after ? sql`AND ${order.after(after)}` : noSql}
    ORDER BY ${order.by} LIMIT ${limit}`;
}

export async function countFiltered(scope: Scope, filters: DocumentFilters): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM document d WHERE ${conditions(scope, filters)}`;
  return row?.count ?? 0;
}

/** Of these ids, or without any of the filters' documents, those that stand, in the order of their ids. */
export async function findChosenIds(
  scope: Scope,
  choice: { ids: readonly string[] } | { filters: DocumentFilters },
): Promise<string[]> {
  const chosen =
    'ids' in choice
      ? sql`${conditions(scope, {})} AND d.id = ANY(${[...choice.ids]})`
      : conditions(scope, choice.filters);
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT d.id FROM document d WHERE ${chosen} ORDER BY d.id`;
  return rows.map(({ id }) => id);
}

/** One pass over the newest jobs: looking for each document's own takes seconds where there are many. */
function withNewestJob(workspaceId: string, ...statuses: readonly JobStatus[]): Sql {
  return sql`d.id IN (
    SELECT document_id FROM (
      SELECT DISTINCT ON (document_id) document_id, status::text AS status FROM job
      WHERE workspace_id = ${workspaceId} ORDER BY document_id, created_at DESC, id DESC
    ) AS newest WHERE status = ANY(${[...statuses]}))`;
}

function readingCondition(reading: NonNullable<DocumentFilters['reading']>, workspaceId: string): Sql {
  if (reading === 'read') return sql`d.state = 'ready' AND ${withNewestJob(workspaceId, 'succeeded')}`;
  if (reading === 'busy') return withNewestJob(workspaceId, 'queued', 'running');
  const problems = withNewestJob(workspaceId, 'failed', 'partially_failed', 'canceled');
  return sql`(d.state = 'unreadable' OR ${problems})`;
}

/** Documents with pages in this state; approved are those approved as a whole. One index holds all that is asked. */
function documentsInReview(review: NonNullable<DocumentFilters['review']>, workspaceId: string): Sql {
  const pages = sql`SELECT e.document_id FROM extraction e WHERE e.workspace_id = ${workspaceId}`;
  return review === 'approved'
    ? sql`${pages} GROUP BY e.document_id HAVING bool_and(e.state = 'approved')`
    : sql`${pages} AND e.state = ${review}::review_state`;
}

function conditions({ workspaceId, actor }: Scope, filters: DocumentFilters): Sql {
  const { tag, folder, person, reading, review, from, to } = filters;
  const uploader = person === 'me' && actor.kind === 'user' ? actor.userId : person;
  const all = [sql`d.workspace_id = ${workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL`];
  if (tag)
    all.push(sql`EXISTS (SELECT 1 FROM document_tag t WHERE t.document_id = d.id AND t.tag_id = ${tag})`);
  if (folder) all.push(folder === 'none' ? sql`d.folder_id IS NULL` : sql`d.folder_id = ${folder}`);
  if (uploader) all.push(sql`d.created_by_id = ${uploader}`);
  if (reading) all.push(readingCondition(reading, workspaceId));
  if (review) all.push(sql`d.id IN (${documentsInReview(review, workspaceId)})`);
  if (from) all.push(sql`d.created_at >= ${from}::date`);
  if (to) all.push(sql`d.created_at < ${to}::date + 1`);
  return joinSql(all, ' AND ');
}
