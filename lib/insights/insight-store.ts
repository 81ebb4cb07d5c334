import type { Scope } from '#lib/access/index.ts';
import type { ErrorFigures, InsightFigures, InsightKind, PeriodStep } from '#lib/contracts/index.ts';
import { database, type Sql, sql } from '#lib/platform/database.ts';

/** From when on, and how it is cut. */
export type Cut = { from: Date; step: PeriodStep };

/** Figures of one period; of all of them together where `period` is null. */
type OfPeriod<K extends keyof InsightFigures> = { period: Date | null } & Pick<InsightFigures, K>;

type ReadFigures = OfPeriod<'readPages' | 'confidentPages' | 'confidence'>;

export function findReadPages(scope: Scope, { from, step }: Cut): Promise<ReadFigures[]> {
  return database().$queryRaw`
    WITH read AS (
      SELECT date_trunc(${step}, e.read_at, 'UTC') AS period, e.confidence
      FROM extraction e JOIN document d ON d.id = e.document_id
      WHERE e.workspace_id = ${scope.workspaceId} AND e.read_at >= ${from} AND ${isKept})
    SELECT period, count(*)::int AS "readPages", count(confidence)::int AS "confidentPages",
      avg(confidence) AS confidence
    FROM read GROUP BY GROUPING SETS ((period), ())`;
}

export function findCorrections(
  scope: Scope,
  { from, step }: Cut,
): Promise<OfPeriod<'corrections' | 'correctedPages'>[]> {
  return database().$queryRaw`
    WITH edits AS (
      SELECT date_trunc(${step}, r.created_at, 'UTC') AS period, r.page_id
      FROM revision r JOIN extraction e ON e.page_id = r.page_id JOIN document d ON d.id = e.document_id
      WHERE r.workspace_id = ${scope.workspaceId} AND r.created_at >= ${from} AND r.kind = 'edit' AND ${isKept})
    SELECT period, count(*)::int AS corrections, count(DISTINCT page_id)::int AS "correctedPages"
    FROM edits GROUP BY GROUPING SETS ((period), ())`;
}

export function findApprovedPages(
  scope: Scope,
  { from, step }: Cut,
): Promise<OfPeriod<keyof ErrorFigures>[]> {
  return database().$queryRaw`
    WITH approved AS (${approvedSince(scope, from)})
    SELECT date_trunc(${step}, reviewed_at, 'UTC') AS period, ${errorFigures}
    FROM approved GROUP BY GROUPING SETS ((1), ())`;
}

type Kind = 'contentType' | 'language' | 'tag';

/** Approved pages by kind. A page with several languages or tags counts with each of them. */
export function findKinds(scope: Scope, from: Date): Promise<(InsightKind & { kind: Kind })[]> {
  return database().$queryRaw`
    WITH approved AS MATERIALIZED (${approvedSince(scope, from)})
    SELECT 'contentType' AS kind, content_type AS name, ${errorFigures} FROM approved GROUP BY content_type
    UNION ALL
    SELECT 'language', code, ${errorFigures}
    FROM approved JOIN job_page jp ON jp.id = approved.job_page_id JOIN job j ON j.id = jp.job_id,
      unnest(CASE WHEN cardinality(j.languages) = 0 THEN '{auto}' ELSE j.languages END) AS code
    GROUP BY code
    UNION ALL
    SELECT 'tag', t.name, ${errorFigures}
    FROM approved JOIN document_tag dt ON dt.document_id = approved.document_id JOIN tag t ON t.id = dt.tag_id
    GROUP BY t.id
    ORDER BY "approvedPages" DESC, name`;
}

/** What was read and what was approved on pages where people corrected this many words at most; newest first. */
export function findCorrectedTexts(
  scope: Scope,
  from: Date,
  { pages, wordErrors }: { pages: number; wordErrors: number },
): Promise<{ read: string; approved: string }[]> {
  return database().$queryRaw`
    SELECT coalesce(jp.text, '') AS read, e.text AS approved
    FROM extraction e JOIN document d ON d.id = e.document_id JOIN job_page jp ON jp.id = e.job_page_id
    WHERE e.workspace_id = ${scope.workspaceId} AND e.state = 'approved' AND e.reviewed_at >= ${from}
      AND e.word_errors BETWEEN 1 AND ${wordErrors} AND ${isKept}
    ORDER BY e.reviewed_at DESC, e.page_id LIMIT ${pages}`;
}

const isKept = sql`d.deleted_at IS NULL AND d.trashed_at IS NULL`;

/** `folded` is empty where words have blanks between them. */
function approvedSince(scope: Scope, from: Date): Sql {
  return sql`
    SELECT e.document_id, e.job_page_id, e.reviewed_at, d.content_type, e.character_errors, e.character_count,
      e.word_errors, e.word_count, coalesce(s.folded, '') = '' AS has_words
    FROM extraction e JOIN document d ON d.id = e.document_id LEFT JOIN page_search s ON s.page_id = e.page_id
    WHERE e.workspace_id = ${scope.workspaceId} AND e.state = 'approved' AND e.reviewed_at >= ${from} AND ${isKept}`;
}

const errorFigures = sql`
  count(*)::int AS "approvedPages",
  coalesce(sum(character_errors), 0)::float8 AS "characterErrors",
  coalesce(sum(character_count), 0)::float8 AS "characterCount",
  (count(*) FILTER (WHERE has_words))::int AS "wordPages",
  coalesce(sum(word_errors) FILTER (WHERE has_words), 0)::float8 AS "wordErrors",
  coalesce(sum(word_count) FILTER (WHERE has_words), 0)::float8 AS "wordCount"`;
