import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import type { Member } from './member.ts';

export async function findMembers(scope: Scope): Promise<Member[]> {
  const rows = await database().membership.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    select: { role: true, user: { select: { id: true, name: true } } },
  });
  return rows.map(({ role, user }) => ({ ...user, role }));
}
