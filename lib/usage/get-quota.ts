import type { Scope } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { monthOf, type Quota } from './quota.ts';
import { countTaken, findMonthlyPages } from './quota-store.ts';

/** How much of its month's pages the workspace has taken; null when it may have any number read. */
export async function getQuota(scope: Scope, clock: Clock = systemClock): Promise<Quota | null> {
  const monthlyPages = await findMonthlyPages(scope);
  if (monthlyPages === null) return null;
  const month = monthOf(clock.now());
  return { monthlyPages, ...(await countTaken(scope, month)), renewsAt: month.to };
}
