import type { Role, Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';

/** Those of the people who belong to the workspace, with their roles there. */
export async function findRoles(scope: Scope, userIds: readonly string[]): Promise<Map<string, Role>> {
  const rows = await database().membership.findMany({
    where: { workspaceId: scope.workspaceId, userId: { in: [...userIds] } },
    select: { userId: true, role: true },
  });
  return new Map(rows.map(({ userId, role }) => [userId, role]));
}

/** Null when the person does not belong to the workspace. */
export async function findMember(
  { workspaceId }: Scope,
  userId: string,
): Promise<{ name: string; role: Role } | null> {
  const row = await database().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true, user: { select: { name: true } } },
  });
  return row && { name: row.user.name, role: row.role };
}
