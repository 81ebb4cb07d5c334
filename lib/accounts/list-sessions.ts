import { type Clock, systemClock } from '#lib/platform/index.ts';
import { livingSessionsOf } from './session-store.ts';

export type SessionSummary = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  ipAddress: string | null;
};

/** The person's own living sessions, last seen first. `userId` comes from the caller's session, never from input. */
export function listSessions(userId: string, clock: Clock = systemClock): Promise<SessionSummary[]> {
  return livingSessionsOf(userId, clock.now());
}
