import type { Scope } from '#lib/access/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { checkQuota } from './check-quota.ts';
import { addForActor } from './usage-store.ts';

/** Gives the page back; it counts as failed when reading was tried in vain. */
export type GiveBack = (isFailed: boolean) => Promise<void>;

/**
 * Takes one page of this month before something is read while somebody waits, and counts it for them at once: who asks for
 * many at the same time gets no more than there are. @returns how to give it back @throws QuotaReached
 */
export async function takePage(scope: Scope, clock: Clock = systemClock): Promise<GiveBack> {
  const now = clock.now();
  await inTransaction(async (tx) => {
    await checkQuota(tx, scope, 1, now);
    await addForActor(tx, scope, { now, pages: 1 });
  });
  return (isFailed) =>
    inTransaction((tx) => addForActor(tx, scope, { now, pages: -1, failedPages: isFailed ? 1 : 0 }));
}
