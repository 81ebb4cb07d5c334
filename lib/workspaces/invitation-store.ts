import type { Role, Scope } from '#lib/access/index.ts';
import { database, type Tx } from '#lib/platform/database.ts';
import type { PendingInvitation } from './invitation.ts';

export type InvitationRow = {
  id: string;
  workspaceId: string;
  email: string;
  role: Role;
  tokenHash: string;
  invitedById: string;
  expiresAt: Date;
  lastSentAt: Date | null;
};

const pending = { acceptedAt: null, revokedAt: null } as const;

export async function insertInvitation(tx: Tx, row: InvitationRow): Promise<void> {
  await tx.invitation.create({ data: row });
}

/** Last made first; also what has expired, as it can be renewed. */
export async function findPending({ workspaceId }: Scope): Promise<PendingInvitation[]> {
  const rows = await database().invitation.findMany({
    where: { workspaceId, ...pending },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      email: true,
      role: true,
      createdAt: true,
      expiresAt: true,
      lastSentAt: true,
      invitedBy: { select: { name: true } },
    },
  });
  return rows.map(({ invitedBy, ...row }) => ({ ...row, invitedBy: invitedBy.name }));
}

/** Held until the transaction ends. */
export async function lockPending(
  tx: Tx,
  { workspaceId }: Scope,
  id: string,
): Promise<{ email: string; role: Role } | null> {
  await tx.$queryRaw`SELECT id FROM invitation WHERE id = ${id} AND workspace_id = ${workspaceId} FOR UPDATE`;
  return tx.invitation.findFirst({
    where: { id, workspaceId, ...pending },
    select: { email: true, role: true },
  });
}

/** From now on only the new link works. */
export async function replaceToken(
  tx: Tx,
  id: string,
  renewed: Pick<InvitationRow, 'tokenHash' | 'expiresAt' | 'lastSentAt' | 'invitedById'>,
): Promise<void> {
  await tx.invitation.update({ where: { id }, data: renewed });
}

/** What the link with this hash invites to, if it still does; `now` null: whatever its time. */
export async function findUsable(tokenHash: string, now: Date, tx: Tx = database()) {
  return tx.invitation.findFirst({
    where: { tokenHash, ...pending, expiresAt: { gt: now }, workspace: { deletedAt: null } },
    select: {
      id: true,
      email: true,
      role: true,
      expiresAt: true,
      lastSentAt: true,
      workspaceId: true,
      workspace: { select: { name: true, slug: true } },
      invitedBy: { select: { name: true } },
    },
  });
}

export async function lockByToken(tx: Tx, tokenHash: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM invitation WHERE token_hash = ${tokenHash} FOR UPDATE`;
}

export async function markAccepted(
  tx: Tx,
  id: string,
  accepted: { acceptedAt: Date; acceptedById: string },
): Promise<void> {
  await tx.invitation.update({ where: { id }, data: accepted });
}

export async function markRevoked(tx: Tx, id: string, revokedAt: Date): Promise<void> {
  await tx.invitation.update({ where: { id }, data: { revokedAt } });
}

/** What was pending for this address gives way to a newer invitation. */
export async function revokePendingFor(
  tx: Tx,
  { workspaceId }: Scope,
  email: string,
  now: Date,
): Promise<void> {
  await tx.invitation.updateMany({ where: { workspaceId, email, ...pending }, data: { revokedAt: now } });
}

/** Revokes what this person made and, having only `givable` to give, could not make any more. */
export async function revokeInvitationsBeyond(
  tx: Tx,
  { workspaceId }: Scope,
  invitedById: string,
  givable: readonly Role[],
  now: Date,
): Promise<void> {
  await tx.invitation.updateMany({
    where: { workspaceId, invitedById, ...pending, role: { notIn: [...givable] } },
    data: { revokedAt: now },
  });
}
