import { type Clock, systemClock } from '#lib/platform/index.ts';
import { livingSessionsOf } from './session-store.ts';
import type { SignInMethod } from './sign-in-method.ts';

export type SessionSummary = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  /** Where it began, and where it was used last; null: there too. */
  ipAddress: string | null;
  lastIpAddress: string | null;
  /** Null in sessions that an earlier release opened. */
  method: SignInMethod | null;
};

/** The person's own living sessions, last seen first. `userId` comes from the caller's session, never from input. */
export function listSessions(userId: string, clock: Clock = systemClock): Promise<SessionSummary[]> {
  return livingSessionsOf(userId, clock.now());
}
