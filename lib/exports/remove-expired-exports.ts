import { removeUnusedBlobs } from '#lib/blobs/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { LISTED_MS } from './export.ts';
import { deleteExportsBefore, expireExports } from './export-store.ts';

/** Few enough that their bytes are gone long before the transaction's time is up. */
const EXPORTS_AT_ONCE = 100;

/**
 * Housekeeping: removes the files of exports after seven days, and forgets the exports after thirty. Bytes that
 * anything else names stay.
 */
export async function removeExpiredExports(clock: Clock = systemClock): Promise<void> {
  const now = clock.now();
  let expired = EXPORTS_AT_ONCE;
  while (expired === EXPORTS_AT_ONCE) {
    expired = await inTransaction(async (tx) => {
      const keys = await expireExports(tx, now, EXPORTS_AT_ONCE);
      await removeUnusedBlobs(tx, keys);
      return keys.length;
    });
  }
  await inTransaction((tx) => deleteExportsBefore(tx, new Date(now.getTime() - LISTED_MS)));
}
