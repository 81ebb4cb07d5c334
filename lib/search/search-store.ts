import type { Scope } from '#lib/access/index.ts';
import type { ReviewState } from '#lib/contracts/index.ts';
import { database, noSql, type Sql, sql } from '#lib/platform/database.ts';
import { allMatches, matchesAmongFiltered, matchesOneByOne, type Search } from './candidate-sql-store.ts';
import { extractionConditions } from './filter-sql-store.ts';
import type { LanguageQuery } from './language-query-store.ts';

/** By so many of the newest pages is told whether what is looked for is frequent. */
const SAMPLE = 200;
const FREQUENT = 0.2;
/** Pages that are looked at one by one, when it is. */
const LOOKED = 8_000;
/** Pages that filters may leave to be looked at instead of all that the index of words names. */
const FEW = 20_000;

/** Where a list of found pages goes on: behind the page with this rank and number. */
export type RankPosition = { rank: number; number: bigint };

export type FoundPage = {
  documentId: string;
  documentName: string;
  pageNumber: number;
  pageCount: number | null;
  thumbnailSha256: string | null;
  state: ReviewState;
  confidence: number | null;
  createdAt: Date;
  text: string;
  config: string;
  matches: number;
} & RankPosition;

type Part = { most: number; after: RankPosition | null; limit: number };

/**
 * Pages that match, best first. Only the `most` newest of them are ranked: a word of every page would else cost the
 * reading of all pages. `matches` in each row is how many there are, up to `most`.
 */
export async function findPages(scope: Scope, search: Search, part: Part): Promise<FoundPage[]> {
  const isOneDocument = search.filters.document !== undefined;
  if (isOneDocument || (await isFrequent(scope, search))) {
    const found = await rankPages(scope, search, matchesOneByOne(scope, search, LOOKED), part);
    // Fewer than that, and older pages may match, too.
    if (isOneDocument || found[0]?.matches === part.most) return found;
  }
  const matches = (await matchesAmongFew(scope, search)) ?? allMatches(scope, search);
  return rankPages(scope, search, matches, part);
}

/** How to find what is frequent, but among few pages that the filters leave; null for everything else. */
async function matchesAmongFew(scope: Scope, search: Search): Promise<Sql | null> {
  const ofExtraction = extractionConditions(search.filters);
  if (!ofExtraction || !(await isFrequent(scope, { ...search, filters: {} }))) return null;
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM extraction e WHERE e.workspace_id = ${scope.workspaceId} AND ${ofExtraction} LIMIT ${FEW + 1}
    ) AS left_page`;
  return (row?.count ?? 0) <= FEW ? matchesAmongFiltered(scope, search, ofExtraction) : null;
}

/** Whether so many of the newest pages match that the others need not be asked for. */
async function isFrequent(scope: Scope, search: Search): Promise<boolean> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${matchesOneByOne(scope, search, SAMPLE)}) AS sample`;
  return (row?.count ?? 0) >= SAMPLE * FREQUENT;
}

function rankPages(
  { workspaceId }: Scope,
  { languages }: Search,
  matches: Sql,
  { most, after, limit }: Part,
): Promise<FoundPage[]> {
  return database().$queryRaw<FoundPage[]>`
    WITH candidate AS MATERIALIZED (SELECT number FROM (${matches}) AS matching LIMIT ${most}),
    ranked AS MATERIALIZED (
      SELECT page.page_id, page.config, candidate.number,
        coalesce(ts_rank_cd(page.vector, language.query, 1), 0) AS rank
      FROM candidate
      JOIN LATERAL (
        SELECT s.page_id, s.config, s.vector FROM page_search s
        WHERE s.workspace_id = ${workspaceId} AND s.number = candidate.number OFFSET 0
      ) AS page ON true
      LEFT JOIN (${rankedQueries(languages)}) AS language ON language.config = page.config
    ), best AS MATERIALIZED (
      SELECT * FROM ranked WHERE true ${after ? sql`AND (rank, number) < (${after.rank}::float4, ${after.number})` : noSql}
      ORDER BY rank DESC, number DESC LIMIT ${limit}
    )
    SELECT d.id AS "documentId", d.name AS "documentName", e.page_number AS "pageNumber",
      d.page_count AS "pageCount", p.thumbnail_sha256 AS "thumbnailSha256", e.state::text AS state, e.confidence,
      d.created_at AS "createdAt", e.text, best.config, best.rank, best.number,
      (SELECT count(*)::int FROM candidate) AS matches
    FROM best
    JOIN extraction e ON e.page_id = best.page_id
    JOIN page p ON p.id = best.page_id
    JOIN document d ON d.id = e.document_id
    ORDER BY best.rank DESC, best.number DESC`;
}

/** What pages are ranked by, for each configuration. */
function rankedQueries(languages: readonly LanguageQuery[]): Sql {
  const configs = languages.map(({ config }) => config);
  const queries = languages.map(({ ranked }) => ranked);
  return sql`SELECT config, query::tsquery FROM unnest(${configs}::text[], ${queries}::text[]) AS language (config, query)`;
}
