import { type Clock, systemClock } from '#lib/platform/index.ts';
import { deleteAppliedWebhooks } from './applied-webhook-store.ts';

/** Messages older than five minutes are refused by their time already; a week leaves room for looking into things. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** Housekeeping: forgets the ids of webhooks that were applied long ago. */
export function forgetAppliedWebhooks(clock: Clock = systemClock): Promise<void> {
  return deleteAppliedWebhooks(new Date(clock.now().getTime() - KEPT_MS));
}
