import type { Scope } from '#lib/access/index.ts';
import type { SearchFilters } from '#lib/contracts/index.ts';
import { noSql, type Sql, sql } from '#lib/platform/database.ts';
import { documentConditions, extractionConditions, narrowsDocuments } from './filter-sql-store.ts';
import type { LanguageQuery } from './language-query-store.ts';
import { matchCondition, matchesByIndex } from './match-sql-store.ts';

export type Search = { languages: readonly LanguageQuery[]; filters: SearchFilters };

// `OFFSET 0` keeps the steps apart: together with a limit, PostgreSQL would guess how many pages match, and wrong
// guesses cost seconds.

/**
 * The numbers of matching pages, newest first, found by looking at pages one by one: at all of the document that the
 * filters name, else at the `looked` newest.
 */
export function matchesOneByOne(scope: Scope, { languages, filters }: Search, looked: number): Sql {
  const ofExtraction = extractionConditions(filters);
  const pages = sql`SELECT * FROM page_search s WHERE s.workspace_id = ${scope.workspaceId}`;
  return sql`
    SELECT s.number FROM (
      ${pages} ${
        filters.document
          ? sql`AND s.document_id = ${filters.document} OFFSET 0`
          : sql`ORDER BY s.number DESC LIMIT ${looked}`
      }
    ) AS s
    JOIN LATERAL (
      SELECT 1 FROM document d WHERE d.id = s.document_id AND ${documentConditions(filters)} OFFSET 0
    ) AS d ON true
    ${
      ofExtraction
        ? sql`JOIN LATERAL (
            SELECT 1 FROM extraction e WHERE e.page_id = s.page_id AND ${ofExtraction} OFFSET 0
          ) AS e ON true`
        : noSql
    }
    WHERE ${matchCondition(languages)} ORDER BY s.number DESC`;
}

/**
 * The numbers of all matching pages, newest first, found by looking at each that the filters leave. For filters of
 * extractions that leave few pages, when what is looked for is on very many.
 */
export function matchesAmongFiltered(scope: Scope, { languages, filters }: Search, ofExtraction: Sql): Sql {
  const { workspaceId } = scope;
  return sql`
    SELECT left_page.number FROM (
      SELECT s.number, s.page_id, s.document_id FROM extraction e
      JOIN page_search s ON s.page_id = e.page_id AND s.workspace_id = ${workspaceId}
      WHERE e.workspace_id = ${workspaceId} AND ${ofExtraction} ORDER BY s.number DESC OFFSET 0
    ) AS left_page
    JOIN LATERAL (
      SELECT 1 FROM document d WHERE d.id = left_page.document_id AND ${documentConditions(filters)} OFFSET 0
    ) AS d ON true
    JOIN LATERAL (
      SELECT 1 FROM page_search s WHERE s.page_id = left_page.page_id AND ${matchCondition(languages)} OFFSET 0
    ) AS s ON true
    ORDER BY left_page.number DESC`;
}

/** The numbers of all matching pages, newest first, found by the indexes; of one document, `matchesOneByOne` knows. */
export function allMatches(scope: Scope, { languages, filters }: Search): Sql {
  const { workspaceId } = scope;
  const ofExtraction = extractionConditions(filters);
  return sql`
    SELECT s.number FROM (
      SELECT s.number, s.document_id FROM (${matchesByIndex(workspaceId, languages)} OFFSET 0) AS s
      WHERE true
        ${
          narrowsDocuments(filters)
            ? sql`AND s.document_id IN (
                SELECT d.id FROM document d WHERE d.workspace_id = ${workspaceId} AND ${documentConditions(filters)})`
            : noSql
        }
        ${
          ofExtraction
            ? sql`AND s.page_id IN (
                SELECT e.page_id FROM extraction e WHERE e.workspace_id = ${workspaceId} AND ${ofExtraction})`
            : noSql
        }
      ORDER BY s.number DESC OFFSET 0
    ) AS s
    JOIN LATERAL (
      SELECT 1 FROM document d WHERE d.id = s.document_id AND ${documentConditions({})} OFFSET 0
    ) AS d ON true
    ORDER BY s.number DESC`;
}
