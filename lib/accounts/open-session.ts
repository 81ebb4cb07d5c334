import type { RequestOrigin } from '#lib/access/index.ts';
import { type Clock, inTransaction, newId, systemClock } from '#lib/platform/index.ts';
import { hashSessionToken, newSessionToken, sessionEnd } from './session.ts';
import { insertSession } from './session-store.ts';

export type OpenedSession = { token: string; expiresAt: Date };

/**
 * Begins a session for a person whose identity the caller has just checked. The token is returned once; only
 * its hash is stored.
 */
export async function openSession(
  userId: string,
  origin: RequestOrigin,
  clock: Clock = systemClock,
): Promise<OpenedSession> {
  const now = clock.now();
  const token = newSessionToken();
  const expiresAt = sessionEnd(now);
  await inTransaction((tx) =>
    insertSession(tx, {
      id: newId(),
      userId,
      tokenHash: hashSessionToken(token),
      expiresAt,
      createdAt: now,
      userAgent: origin.userAgent?.slice(0, 400) ?? null,
      ipAddress: origin.ipAddress?.slice(0, 64) ?? null,
    }),
  );
  return { token, expiresAt };
}
