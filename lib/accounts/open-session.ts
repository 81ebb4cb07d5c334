import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, inTransaction, newId, systemClock, type Tx } from '#lib/platform/index.ts';
import { asPerson } from './as-person.ts';
import { hashSessionToken, newSessionToken, sessionEnd } from './session.ts';
import { insertSession } from './session-store.ts';
import type { SignInMethod } from './sign-in-method.ts';

export type OpenedSession = { token: string; expiresAt: Date };

/**
 * Begins a session for a person whose identity the caller has just checked, and records that they signed in. The
 * token is returned once; only its hash is stored.
 */
export function openSession(
  userId: string,
  method: SignInMethod,
  origin: RequestOrigin,
  clock: Clock = systemClock,
): Promise<OpenedSession> {
  return inTransaction((tx) => beginSession(tx, { userId, method, origin }, clock.now()));
}

/** The same as part of a transaction that proves the identity. */
export async function beginSession(
  tx: Tx,
  { userId, method, origin, details }: NewSession,
  now: Date,
): Promise<OpenedSession> {
  const token = newSessionToken();
  const expiresAt = sessionEnd(now);
  const { name } = await insertSession(tx, {
    id: newId(),
    userId,
    tokenHash: hashSessionToken(token),
    expiresAt,
    createdAt: now,
    userAgent: origin.userAgent?.slice(0, 400) ?? null,
    ipAddress: origin.ipAddress?.slice(0, 64) ?? null,
    method,
  });
  const self = asPerson({ id: userId, name }, origin);
  await recordAct(tx, self, { act: 'account.signed_in', details: { method, ...details } });
  return { token, expiresAt };
}

export type NewSession = {
  userId: string;
  method: SignInMethod;
  origin: RequestOrigin;
  /** What else the audit trail should tell about it. */
  details?: Record<string, string | boolean>;
};
