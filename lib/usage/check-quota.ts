import type { Scope } from '#lib/access/index.ts';
import { type Clock, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { monthOf, quotaSentence } from './quota.ts';
import { QuotaReached } from './quota-reached.ts';
import {
  awaitsDocumentPages,
  countTaken,
  findMonthlyPages,
  lockQuota,
  setDocumentPages,
} from './quota-store.ts';

/**
 * Makes sure that the workspace may have `pages` more read this month, in the transaction that accepts them: two who
 * ask at once cannot both take the last page. Without a quota it is one look-up and locks nothing.
 * @throws QuotaReached with a sentence that tells the numbers and when the count begins anew
 */
export async function checkQuota(tx: Tx, scope: Scope, pages: number, now: Date): Promise<void> {
  const monthlyPages = await findMonthlyPages(scope, tx);
  if (monthlyPages === null || pages === 0) return;
  await lockQuota(tx, scope);
  const month = monthOf(now);
  const taken = await countTaken(scope, month, tx);
  if (taken.readPages + taken.pagesUnderWay + pages <= monthlyPages) return;
  throw new QuotaReached(quotaSentence({ monthlyPages, ...taken, renewsAt: month.to }, pages));
}

/**
 * The same once a running prediction's document was opened, which stood for one page until then and stands for all of them
 * from now on. What was let on stays so when its run breaks off and begins again. @throws QuotaReached
 */
export async function takeDocumentPages(
  scope: Scope,
  { predictionId, pages }: { predictionId: string; pages: number },
  clock: Clock = systemClock,
): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await awaitsDocumentPages(tx, predictionId))) return;
    await checkQuota(tx, scope, pages - 1, clock.now());
    await setDocumentPages(tx, predictionId, pages);
  });
}

/** The same before a file is sent whose pages nobody has counted: there must be room for one. @throws QuotaReached */
export function checkRoomForUpload(scope: Scope, clock: Clock = systemClock): Promise<void> {
  return inTransaction((tx) => checkQuota(tx, scope, 1, clock.now()));
}
