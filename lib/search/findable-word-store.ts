import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { workspaceLexeme } from './match-sql-store.ts';
import { usedConfigs } from './used-configs-store.ts';

/** Frequent words are met in these; for the others the index is asked, which lists all pages of a word. */
const NEWEST = 200;

/** Of these words, in their order, the first `limit` that a page that is not in the trash holds now. */
export async function findFindable(scope: Scope, words: readonly string[], limit: number): Promise<string[]> {
  const { workspaceId } = scope;
  const rows = await database().$queryRaw<{ word: string }[]>`
    WITH newest AS MATERIALIZED (
      SELECT s.config, s.vector FROM page_search s JOIN document d ON d.id = s.document_id
      WHERE s.workspace_id = ${workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL
      ORDER BY s.number DESC LIMIT ${NEWEST}
    ), language AS MATERIALIZED (${usedConfigs(workspaceId)})
    SELECT word FROM unnest(${[...words]}::text[]) AS known (word)
    WHERE EXISTS (
      SELECT 1 FROM language, phraseto_tsquery(language.config::regconfig, word) AS lexemes
      WHERE numnode(lexemes) > 0 AND (
        EXISTS (SELECT 1 FROM newest WHERE newest.config = language.config AND newest.vector @@ lexemes)
        OR EXISTS (
          SELECT 1 FROM page_search s JOIN document d ON d.id = s.document_id
          WHERE s.workspace_id = ${workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL
            AND s.config = language.config
            AND s.vector @@ (${workspaceLexeme(workspaceId)}::tsquery && lexemes))))
    LIMIT ${limit}`;
  return rows.map(({ word }) => word);
}
