import { personOf, type Scope } from '#lib/access/index.ts';
import type { Person, QueueCounts, QueueFilter } from '#lib/contracts/index.ts';
import { database, noSql, type Sql, sql } from '#lib/platform/database.ts';

const undecided = ['new', 'in_review'];

type Place = {
  documentId: string;
  pages: number;
  firstPage: number;
  doubtfulCount: number;
  lowestConfidence: number | null;
  readAt: Date;
};

export type QueueRow = Place & {
  name: string;
  thumbnailSha256: string | null;
  pageCount: number | null;
  assignee: Person | null;
};

/** In the filter's order; `total` counts those beyond the limit, too. */
export async function findQueue(
  scope: Scope,
  filter: QueueFilter,
  limit: number,
): Promise<{ rows: QueueRow[]; total: number }> {
  const found = await database().$queryRaw<(Place & { total: number })[]>`
    WITH queue AS (${queueOf(scope, filter)})
    SELECT document_id AS "documentId", pages, first_page AS "firstPage", doubtful AS "doubtfulCount",
      confidence AS "lowestConfidence", read_at AS "readAt", (count(*) OVER ())::int AS total
    FROM queue ORDER BY ${place} LIMIT ${limit}`;
  const places = found.map(({ total: _, ...place }) => place);
  const details = await database().document.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: places.map(({ documentId }) => documentId) } },
    select: {
      id: true,
      name: true,
      pageCount: true,
      assignee: { select: { id: true, name: true } },
      pages: { where: { number: 1 }, select: { thumbnailSha256: true } },
    },
  });
  const documents = new Map(details.map(({ id, pages: [first], ...row }) => [id, { ...row, first }]));
  const rows = places.flatMap((place) => {
    const detail = documents.get(place.documentId);
    if (!detail) return [];
    const { first, ...document } = detail;
    return [{ ...place, ...document, thumbnailSha256: first?.thumbnailSha256 ?? null }];
  });
  return { rows, total: found[0]?.total ?? 0 };
}

/** The document that follows this one, from the beginning again at the end; from the beginning when it is not there. */
export async function findNext(
  scope: Scope,
  filter: QueueFilter,
  documentId: string,
): Promise<{ documentId: string; firstPage: number } | null> {
  const [next] = await database().$queryRaw<{ documentId: string; firstPage: number }[]>`
    WITH queue AS (${queueOf(scope, filter)})
    SELECT document_id AS "documentId", first_page AS "firstPage" FROM queue
    WHERE document_id <> ${documentId}
    ORDER BY (${place}) > (SELECT ${place} FROM queue WHERE document_id = ${documentId}) DESC, ${place}
    LIMIT 1`;
  return next ?? null;
}

export async function countUndecided(scope: Scope): Promise<QueueCounts> {
  const [row] = await database().$queryRaw<QueueCounts[]>`
    SELECT count(*)::int AS all,
      (count(*) FILTER (WHERE d.assignee_id = ${personOf(scope.actor)}))::int AS mine,
      (count(*) FILTER (WHERE d.assignee_id IS NULL))::int AS unassigned
    FROM document d WHERE ${isUndecided(scope)}`;
  return row ?? { all: 0, mine: 0, unassigned: 0 };
}

/** Of the asker and of nobody, at most `most`: counting stops there. */
export async function countWaiting(scope: Scope, most: number): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM document d
      WHERE ${isUndecided(scope)} AND (d.assignee_id IS NULL OR d.assignee_id = ${personOf(scope.actor)})
      LIMIT ${most}) AS waiting`;
  return row?.count ?? 0;
}

/** The condition on `d` (document) that nobody has decided on one of its pages. */
function isUndecided({ workspaceId }: Scope): Sql {
  return sql`d.workspace_id = ${workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL AND EXISTS (
    SELECT 1 FROM extraction e
    WHERE e.workspace_id = ${workspaceId} AND e.document_id = d.id AND e.state = ANY(${undecided}::review_state[]))`;
}

const place = sql`doubt, read_at, document_id`;

/** Every document that the filter finds. What it asks of pages stands in one index, so that no text is read. */
function queueOf(scope: Scope, { who, state, order }: QueueFilter): Sql {
  // Pages whose confidence nobody knows come last.
  const doubt = order === 'doubt' ? sql`coalesce(confidence, 2)` : sql`0`;
  return sql`
    SELECT document_id, pages, first_page, doubtful, confidence, read_at, ${doubt} AS doubt
    FROM (
      SELECT e.document_id, count(*)::int AS pages, min(e.page_number) AS first_page,
        sum(e.doubtful_count)::int AS doubtful, min(e.confidence) AS confidence, min(e.read_at) AS read_at
      FROM extraction e
      WHERE e.workspace_id = ${scope.workspaceId} ${inState(state)}
    ) AS waiting JOIN document d ON d.id = waiting.document_id
    WHERE d.workspace_id = ${scope.workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL
      ${whose(scope, who)}`;
}

/** The end of a query for pages (`e`) by document. Approved are documents as a whole. */
function inState(state: QueueFilter['state']): Sql {
  if (state === 'approved') return sql`GROUP BY e.document_id HAVING bool_and(e.state = 'approved')`;
  const states = state === 'open' ? undecided : [state];
  return sql`AND e.state = ANY(${states}::review_state[]) GROUP BY e.document_id`;
}

function whose(scope: Scope, who: string): Sql {
  if (who === 'all') return noSql;
  if (who === 'unassigned') return sql`AND d.assignee_id IS NULL`;
  return sql`AND d.assignee_id = ${who === 'mine' ? personOf(scope.actor) : who}`;
}
