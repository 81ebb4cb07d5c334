import { type Clock, systemClock } from '#lib/platform/index.ts';
import { deleteExpiredRateLimits } from './rate-limit-store.ts';
import { deleteExpiredSessions } from './session-store.ts';

/** Housekeeping: removes sessions and counters that have expired and mean nothing any more. */
export async function sweepAccounts(clock: Clock = systemClock): Promise<void> {
  await deleteExpiredSessions(clock.now());
  await deleteExpiredRateLimits(clock.now());
}
