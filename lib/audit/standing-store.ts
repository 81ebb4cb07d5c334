import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';

/** Which of the things are still there to be looked at, by id. */
export async function findStanding({ workspaceId }: Scope, ids: readonly string[]): Promise<Set<string>> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM document
    WHERE id = ANY(${[...ids]}) AND workspace_id = ${workspaceId} AND deleted_at IS NULL AND trashed_at IS NULL
    UNION ALL SELECT id FROM prediction WHERE id = ANY(${[...ids]}) AND workspace_id = ${workspaceId}
    UNION ALL SELECT id FROM delivery WHERE id = ANY(${[...ids]}) AND workspace_id = ${workspaceId}`;
  return new Set(rows.map(({ id }) => id));
}
