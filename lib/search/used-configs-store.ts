import { type Sql, sql } from '#lib/platform/database.ts';

/**
 * A query for the configurations by which pages of the workspace are indexed. It steps from one to the next in the
 * index; to ask whether there are pages of each, PostgreSQL would read them all.
 */
export function usedConfigs(workspaceId: string): Sql {
  return sql`
    WITH RECURSIVE used (config) AS (
      SELECT min(s.config) FROM page_search s WHERE s.workspace_id = ${workspaceId}
      UNION ALL
      SELECT (SELECT min(s.config) FROM page_search s WHERE s.workspace_id = ${workspaceId} AND s.config > used.config)
      FROM used WHERE used.config IS NOT NULL
    )
    SELECT config FROM used WHERE config IS NOT NULL`;
}
