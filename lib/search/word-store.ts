import type { Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

/** Notes words of a workspace. In one order always, so that two pages at once never wait for each other. */
export async function addWords(tx: Tx, workspaceId: string, words: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO search_word (workspace_id, word, folded)
    SELECT ${workspaceId}, new.word, lower(unaccent(new.word))
    FROM unnest(${[...words]}::text[]) AS new (word)
    WHERE NOT EXISTS (SELECT 1 FROM search_word old WHERE old.workspace_id = ${workspaceId} AND old.word = new.word)
    ORDER BY new.word COLLATE "C"
    ON CONFLICT DO NOTHING`;
}

/** Words that begin like this, shortest first. */
export async function findWordsByPrefix(scope: Scope, prefix: string, limit: number): Promise<string[]> {
  // By comparison and not by LIKE: that finds no index where the beginning is not written out in the statement.
  const rows = await database().$queryRaw<{ word: string }[]>`
    SELECT word FROM search_word
    WHERE workspace_id = ${scope.workspaceId} AND folded COLLATE "C" >= lower(unaccent(${prefix}))
      AND folded COLLATE "C" < lower(unaccent(${prefix})) || chr(1114111)
    ORDER BY length(word), word LIMIT ${limit}`;
  return rows.map(({ word }) => word);
}

export type NearWord = { word: string; folded: string; wanted: string };

/** Words that share many trigrams with `word`, most alike first; `wanted` is the word without accents. */
export function findWordsByTrigram(scope: Scope, word: string, limit: number): Promise<NearWord[]> {
  return database().$queryRaw<NearWord[]>`
    SELECT word, folded, lower(unaccent(${word})) AS wanted FROM search_word
    WHERE workspace_id = ${scope.workspaceId} AND folded % lower(unaccent(${word}))
    ORDER BY similarity(folded, lower(unaccent(${word}))) DESC, word LIMIT ${limit}`;
}
