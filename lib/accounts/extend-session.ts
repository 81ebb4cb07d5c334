import { type Clock, systemClock } from '#lib/platform/index.ts';
import { hashSessionToken } from './session.ts';
import { moveSessionEnd } from './session-store.ts';

/** Moves the end of a living session; false when there is none. Anybody may: the token is the proof. */
export function extendSession(token: string, expiresAt: Date, clock: Clock = systemClock): Promise<boolean> {
  return moveSessionEnd(hashSessionToken(token), clock.now(), expiresAt);
}
