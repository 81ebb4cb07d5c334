import { type Clock, deleteExpiredRateLimits, systemClock } from '#lib/platform/index.ts';
import { deleteExpiredSessions } from './session-store.ts';
import { deleteExpiredSteps } from './steps/sign-in-step-store.ts';

/** Housekeeping: removes sessions, sign-in steps and counters that have expired and mean nothing any more. */
export async function sweepAccounts(clock: Clock = systemClock): Promise<void> {
  await deleteExpiredSessions(clock.now());
  await deleteExpiredSteps(clock.now());
  await deleteExpiredRateLimits(clock.now());
}
