import type { Role, Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import type { Member, MemberInDetail } from './member.ts';

const byName = [{ user: { name: 'asc' } }, { userId: 'asc' }] as const;

export async function findMembers({ workspaceId }: Scope): Promise<Member[]> {
  const rows = await database().membership.findMany({
    where: { workspaceId },
    orderBy: [...byName],
    select: { role: true, user: { select: { id: true, name: true } } },
  });
  return rows.map(({ role, user }) => ({ ...user, role }));
}

export async function findMembersInDetail({ workspaceId }: Scope): Promise<MemberInDetail[]> {
  const rows = await database().membership.findMany({
    where: { workspaceId },
    orderBy: [...byName],
    select: {
      role: true,
      createdAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
        },
      },
    },
  });
  return rows.map(({ role, createdAt, user: { sessions, ...user } }) => ({
    ...user,
    role,
    joinedAt: createdAt,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
  }));
}

export async function findMember(
  tx: Tx,
  { workspaceId }: Scope,
  userId: string,
): Promise<(Member & { email: string }) | null> {
  const row = await tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
  });
  return row && { ...row.user, role: row.role };
}

export async function memberIds(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.membership.findMany({ where: { workspaceId }, select: { userId: true } });
  return rows.map(({ userId }) => userId);
}

export async function isMemberWithEmail(tx: Tx, { workspaceId }: Scope, email: string): Promise<boolean> {
  return (await tx.membership.count({ where: { workspaceId, user: { email } } })) > 0;
}

export async function setRole(tx: Tx, { workspaceId }: Scope, userId: string, role: Role): Promise<void> {
  await tx.membership.update({ where: { workspaceId_userId: { workspaceId, userId } }, data: { role } });
}

/** The tokens that this person made, but for those whose scopes all lie `within`. @returns their ids */
export async function revokeTokensMadeBy(
  tx: Tx,
  { workspaceId }: Scope,
  userId: string,
  { within, now }: { within: readonly string[]; now: Date },
): Promise<string[]> {
  const living = await tx.apiToken.findMany({
    where: { workspaceId, createdById: userId, kind: 'personal', revokedAt: null },
    select: { id: true, scopes: true },
  });
  const beyond = living.filter(
    ({ scopes }) => within.length === 0 || scopes.some((scope) => !within.includes(scope)),
  );
  const ids = beyond.map(({ id }) => id);
  await tx.apiToken.updateMany({ where: { id: { in: ids }, revokedAt: null }, data: { revokedAt: now } });
  return ids;
}
