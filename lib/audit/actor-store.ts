import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';

export type KnownActor = { kind: 'user' | 'token'; id: string; name: string };

export function findActors({ workspaceId }: Scope): Promise<KnownActor[]> {
  return database().$queryRaw<KnownActor[]>`
    SELECT 'user' AS kind, "user".id, "user".name FROM "user"
    JOIN membership ON membership.user_id = "user".id AND membership.workspace_id = ${workspaceId}
    UNION ALL
    SELECT 'token', id, name FROM api_token WHERE workspace_id = ${workspaceId} AND kind = 'personal'
    ORDER BY kind DESC, name, id`;
}
