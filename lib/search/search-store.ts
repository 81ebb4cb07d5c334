import type { Scope } from '#lib/access/index.ts';
import type { ReviewState, SearchFilters } from '#lib/contracts/index.ts';
import { database, joinSql, noSql, type Sql, sql, type Tx } from '#lib/platform/database.ts';
import { hasLexemes, matchCondition, wantedQuery, workspaceLexeme } from './query-sql-store.ts';
import type { SearchQuery } from './search-query.ts';
import { allConfigs } from './text-search-config.ts';

type PageSearchRow = {
  workspaceId: string;
  documentId: string;
  pageId: string;
  text: string;
  folded: string;
  config: string;
};

export async function upsertPageSearch(tx: Tx, row: PageSearchRow): Promise<void> {
  const { workspaceId, documentId, pageId, text, folded, config } = row;
  await tx.$executeRaw`
    INSERT INTO page_search (page_id, workspace_id, document_id, config, folded, vector)
    VALUES (
      ${pageId}, ${workspaceId}, ${documentId}, ${config}, ${folded},
      to_tsvector(${config}::text::regconfig, ${text}) || ${workspaceLexeme(workspaceId)}::tsvector
    )
    ON CONFLICT (page_id) DO UPDATE
    SET config = excluded.config, folded = excluded.folded, vector = excluded.vector`;
}

/** The configurations by which pages of the workspace are indexed. */
export async function findConfigs(scope: Scope): Promise<string[]> {
  const rows = await database().$queryRaw<{ config: string }[]>`
    SELECT config FROM unnest(${[...allConfigs]}::text[]) AS known (config)
    WHERE EXISTS (
      SELECT 1 FROM page_search WHERE workspace_id = ${scope.workspaceId} AND page_search.config = known.config)`;
  return rows.map(({ config }) => config);
}

/** Null for a page that is not indexed (yet). */
export async function findPageConfig(
  scope: Scope,
  documentId: string,
  pageNumber: number,
): Promise<string | null> {
  const row = await database().pageSearch.findFirst({
    where: { workspaceId: scope.workspaceId, documentId, page: { number: pageNumber } },
    select: { config: true },
  });
  return row?.config ?? null;
}

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
};

type Search = { query: SearchQuery; filters: SearchFilters; configs: readonly string[] };

/**
 * Pages that match, best first. Only the `most` newest of them are ranked: a word of every page would else cost the
 * reading of all pages. `matches` in each row is how many there are, up to `most`. What matches is found first, for
 * itself: together with the rest, the database may read every page in order of the limit.
 */
export function findPages(
  scope: Scope,
  { query, filters, configs }: Search,
  { most, offset, limit }: { most: number; offset: number; limit: number },
): Promise<FoundPage[]> {
  const wanted = wantedQuery(query, configs);
  return database().$queryRaw<FoundPage[]>`
    WITH matching AS MATERIALIZED (
      SELECT s.page_id, s.document_id FROM page_search s
      WHERE s.workspace_id = ${scope.workspaceId} AND ${matchCondition(query, scope.workspaceId, configs)}
    ), candidate AS MATERIALIZED (
      SELECT s.page_id FROM matching s
      JOIN document d ON d.id = s.document_id ${needsExtraction(filters) ? extractionJoin : noSql}
      WHERE d.deleted_at IS NULL AND d.trashed_at IS NULL ${filterConditions(filters)}
      ORDER BY s.page_id DESC LIMIT ${most}
    ), best AS MATERIALIZED (
      SELECT s.page_id, s.config, coalesce(ts_rank_cd(s.vector, ${wanted}, 1), 0) AS rank, count(*) OVER () AS matches
      FROM candidate JOIN page_search s USING (page_id)
      ORDER BY rank DESC, page_id DESC OFFSET ${offset} LIMIT ${limit}
    )
    SELECT d.id AS "documentId", d.name AS "documentName", e.page_number AS "pageNumber",
      d.page_count AS "pageCount", p.thumbnail_sha256 AS "thumbnailSha256", e.state::text AS state, e.confidence,
      d.created_at AS "createdAt", e.text,
      best.config, best.matches::int AS matches
    FROM best
    JOIN extraction e ON e.page_id = best.page_id
    JOIN page p ON p.id = best.page_id
    JOIN document d ON d.id = e.document_id
    ORDER BY best.rank DESC, best.page_id DESC`;
}

/** Whether the query holds nothing but words that every text has. */
export async function isOnlyCommonWords(query: SearchQuery, configs: readonly string[]): Promise<boolean> {
  const known = configs.length > 0 ? configs : allConfigs;
  const conditions = known.map((config) => hasLexemes(query, config));
  const [row] = await database().$queryRaw<
    { some: boolean }[]
  >`SELECT ${joinSql(conditions, ' OR ')} AS some`;
  return row?.some === false;
}

/** Of these words, those that a page that is not in the trash holds now. */
export async function keepFindable(
  scope: Scope,
  words: readonly string[],
  configs: readonly string[],
): Promise<string[]> {
  const lexeme = sql`${workspaceLexeme(scope.workspaceId)}::tsquery`;
  const isThere = configs.map(
    (config) => sql`EXISTS (
      SELECT 1 FROM page_search s JOIN document d ON d.id = s.document_id
      WHERE s.workspace_id = ${scope.workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL
        AND s.config = ${config} AND numnode(phraseto_tsquery(${config}::text::regconfig, word)) > 0
        AND s.vector @@ (${lexeme} && phraseto_tsquery(${config}::text::regconfig, word)))`,
  );
  if (isThere.length === 0) return [];
  const rows = await database().$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${[...words]}::text[]) WITH ORDINALITY AS known (word, place)
    WHERE ${joinSql(isThere, ' OR ')} ORDER BY place`;
  return rows.map(({ word }) => word);
}

/** Documents whose name holds all of these, newest first. */
export function findDocumentsByName(
  scope: Scope,
  parts: readonly string[],
  limit: number,
): Promise<{ id: string; name: string }[]> {
  return database().document.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      trashedAt: null,
      AND: parts.map((part) => ({ name: { contains: part, mode: 'insensitive' as const } })),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, name: true },
  });
}

const extractionJoin = sql`JOIN extraction e ON e.page_id = s.page_id`;

function needsExtraction({ state, below }: SearchFilters): boolean {
  return state !== undefined || below !== undefined;
}

function filterConditions(filters: SearchFilters): Sql {
  const { tag, folder, person, state, from, to, below, document } = filters;
  const conditions = [
    ...(document ? [sql`s.document_id = ${document}`] : []),
    ...(folder ? [sql`d.folder_id = ${folder}`] : []),
    ...(person ? [sql`d.created_by_id = ${person}`] : []),
    ...(from ? [sql`d.created_at >= ${from}::date`] : []),
    ...(to ? [sql`d.created_at < ${to}::date + 1`] : []),
    ...(state ? [sql`e.state = ${state}::review_state`] : []),
    ...(below ? [sql`e.confidence < ${below}::float / 100`] : []),
    ...(tag
      ? [sql`EXISTS (SELECT 1 FROM document_tag t WHERE t.document_id = d.id AND t.tag_id = ${tag})`]
      : []),
  ];
  return conditions.length > 0 ? sql`AND ${joinSql(conditions, ' AND ')}` : noSql;
}
