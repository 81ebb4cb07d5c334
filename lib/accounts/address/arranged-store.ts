import type { Tx } from '#lib/platform/database.ts';

/** In the order in which whoever locks several workspaces does so. */
export async function findWorkspacesOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { userId },
    orderBy: { workspaceId: 'asc' },
    select: { workspaceId: true },
  });
  return rows.map(({ workspaceId }) => workspaceId);
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
