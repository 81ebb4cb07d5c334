import type { Role } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/database.ts';

/** In the order in which whoever locks several workspaces does so. */
export function findMemberships(tx: Tx, userId: string): Promise<{ workspaceId: string; role: Role }[]> {
  return tx.membership.findMany({
    where: { userId },
    orderBy: { workspaceId: 'asc' },
    select: { workspaceId: true, role: true },
  });
}

export async function hasOtherOwner(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  return (await tx.membership.count({ where: { workspaceId, role: 'owner', userId: { not: userId } } })) > 0;
}

/** Nobody waits for somebody who is gone: what they were to review is free again. */
export async function deleteMembership(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx.document.updateMany({ where: { workspaceId, assigneeId: userId }, data: { assigneeId: null } });
  await tx.membership.deleteMany({ where: { workspaceId, userId } });
}

/** In all workspaces. */
export function revokeTokensMadeBy(tx: Tx, userId: string, now: Date) {
  return tx.apiToken.updateManyAndReturn({
    where: { createdById: userId, kind: 'personal', revokedAt: null },
    data: { revokedAt: now },
    select: { id: true, name: true, workspaceId: true },
  });
}

/** In all workspaces. */
export function revokeInvitationsMadeBy(tx: Tx, userId: string, now: Date) {
  return tx.invitation.updateManyAndReturn({
    where: { invitedById: userId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
    select: { id: true, email: true, workspaceId: true },
  });
}
