import type { Role, Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';

export async function findWorkspace({ workspaceId }: Scope): Promise<{ slug: string; name: string } | null> {
  return await database().workspace.findFirst({
    where: { id: workspaceId, deletedAt: null },
    select: { slug: true, name: true },
  });
}

/** Held until the transaction ends: nobody else changes the workspace or its members meanwhile. */
export async function lockWorkspace(
  tx: Tx,
  workspaceId: string,
): Promise<{ slug: string; name: string; deletedAt: Date | null } | null> {
  await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId} FOR NO KEY UPDATE`;
  return tx.workspace.findUnique({
    where: { id: workspaceId },
    select: { slug: true, name: true, deletedAt: true },
  });
}

export async function findRole(tx: Tx, workspaceId: string, userId: string): Promise<Role | null> {
  const row = await tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true },
  });
  return row?.role ?? null;
}

export async function hasOtherOwner(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  return (await tx.membership.count({ where: { workspaceId, role: 'owner', userId: { not: userId } } })) > 0;
}

export async function insertMembership(
  tx: Tx,
  membership: { workspaceId: string; userId: string; role: Role },
): Promise<void> {
  await tx.membership.create({ data: membership });
}

/** Nobody waits for somebody who is gone: what they were to review is free again. */
export async function deleteMembership(tx: Tx, workspaceId: string, userId: string): Promise<void> {
  await tx.document.updateMany({ where: { workspaceId, assigneeId: userId }, data: { assigneeId: null } });
  await tx.membership.delete({ where: { workspaceId_userId: { workspaceId, userId } } });
}
