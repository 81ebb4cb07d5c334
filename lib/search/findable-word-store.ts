import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { workspaceLexeme } from './match-sql-store.ts';
import { usedConfigs } from './used-configs-store.ts';

/** Frequent words are met in these; for the others the index is asked, which lists all pages of a word. */
const NEWEST = 200;

/** Of these words, those that a page that is not in the trash holds now; in their order. */
export async function keepFindable(scope: Scope, words: readonly string[]): Promise<string[]> {
  const { workspaceId } = scope;
  const rows = await database().$queryRaw<{ word: string }[]>`
    WITH newest AS MATERIALIZED (
      SELECT s.config, s.vector FROM page_search s JOIN document d ON d.id = s.document_id
      WHERE s.workspace_id = ${workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL
      ORDER BY s.number DESC LIMIT ${NEWEST}
    ), wanted AS MATERIALIZED (
      SELECT word, place, language.config, phraseto_tsquery(language.config::regconfig, word) AS lexemes
      FROM unnest(${[...words]}::text[]) WITH ORDINALITY AS known (word, place),
        (${usedConfigs(workspaceId)}) AS language
    )
    SELECT word FROM wanted
    WHERE numnode(lexemes) > 0 AND (
      EXISTS (SELECT 1 FROM newest WHERE newest.config = wanted.config AND newest.vector @@ wanted.lexemes)
      OR EXISTS (
        SELECT 1 FROM page_search s JOIN document d ON d.id = s.document_id
        WHERE s.workspace_id = ${workspaceId} AND d.deleted_at IS NULL AND d.trashed_at IS NULL
          AND s.config = wanted.config AND s.vector @@ (${workspaceLexeme(workspaceId)}::tsquery && wanted.lexemes)))
    GROUP BY word ORDER BY min(place)`;
  return rows.map(({ word }) => word);
}
