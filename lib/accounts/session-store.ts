import { database, type Tx } from '#lib/platform/database.ts';
import { LAST_SEEN_STEP_MS } from './session.ts';
import type { SignInMethod } from './sign-in-method.ts';

export type SessionRow = {
  id: string;
  userId: string;
  tokenHash: string;
  expiresAt: Date;
  userAgent: string | null;
  ipAddress: string | null;
  createdAt: Date;
  method: SignInMethod;
};

/** @returns the person whose session it is. */
export async function insertSession(tx: Tx, row: SessionRow): Promise<{ name: string }> {
  const { user } = await tx.session.create({
    data: { ...row, lastSeenAt: row.createdAt },
    select: { user: { select: { name: true } } },
  });
  return user;
}

/** The session with its user and the user's living workspaces, oldest membership first; expired ones do not count. */
export function findLivingSession(tokenHash: string, now: Date) {
  return database().session.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    select: {
      id: true,
      expiresAt: true,
      lastSeenAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          locale: true,
          timeZone: true,
          isInstanceOwner: true,
          memberships: {
            where: { workspace: { deletedAt: null } },
            orderBy: [{ createdAt: 'asc' }, { workspaceId: 'asc' }],
            select: {
              role: true,
              workspace: {
                select: { id: true, slug: true, name: true, formerSlugs: { select: { slug: true } } },
              },
            },
          },
        },
      },
    },
  });
}

/** Whether the session's person is in the workspace; null for a session that stands no more. */
export async function isSessionIn(
  tokenHash: string,
  workspaceId: string,
  now: Date,
): Promise<boolean | null> {
  const found = await database().session.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    select: {
      user: {
        select: {
          memberships: { where: { workspaceId, workspace: { deletedAt: null } }, select: { role: true } },
        },
      },
    },
  });
  return found && found.user.memberships.length > 0;
}

export async function touchSession(id: string, now: Date, ipAddress: string | null): Promise<void> {
  await database().session.updateMany({
    where: { id, lastSeenAt: { lt: new Date(now.getTime() - LAST_SEEN_STEP_MS) } },
    data: { lastSeenAt: now, ...(ipAddress && { lastIpAddress: ipAddress.slice(0, 64) }) },
  });
}

export async function moveSessionEnd(tokenHash: string, now: Date, expiresAt: Date): Promise<boolean> {
  const { count } = await database().session.updateMany({
    where: { tokenHash, expiresAt: { gt: now } },
    data: { expiresAt },
  });
  return count > 0;
}

export function livingSessionsOf(userId: string, now: Date) {
  return database().session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      userAgent: true,
      ipAddress: true,
      lastIpAddress: true,
      method: true,
    },
  });
}

export type EndedSession = {
  id: string;
  userAgent: string | null;
  user: { id: string; name: string };
};

/** Deletes the sessions that match and tells which they were. */
export async function deleteSessions(
  tx: Tx,
  where:
    | { tokenHash: string }
    | { id: string; userId: string }
    | { userId: string; id: { not: string } }
    | { userId: string },
): Promise<EndedSession[]> {
  const found = await tx.session.findMany({
    where,
    select: { id: true, userAgent: true, user: { select: { id: true, name: true } } },
  });
  await tx.session.deleteMany({ where: { id: { in: found.map(({ id }) => id) } } });
  return found;
}

/** Gives a session another token: who holds the old one is out. */
export async function replaceSessionToken(tx: Tx, id: string, tokenHash: string): Promise<void> {
  await tx.session.update({ where: { id }, data: { tokenHash } });
}

export async function deleteExpiredSessions(now: Date): Promise<void> {
  await database().session.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** Whether it has not been ended; if so nobody ends it until the transaction does. */
export async function lockStandingSession(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM session WHERE id = ${id} FOR KEY SHARE`;
  return rows.length > 0;
}

/** Whether the session stands, by whichever token. */
export async function isLivingSession(id: string, now: Date): Promise<boolean> {
  return (await database().session.count({ where: { id, expiresAt: { gt: now } } })) > 0;
}
