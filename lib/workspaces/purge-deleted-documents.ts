import { removeUnusedBlobs } from '#lib/blobs/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { purgeDocuments } from './purge-store.ts';

/** Few enough that their bytes are gone long before the transaction's time is up. */
const DOCUMENTS_AT_ONCE = 5;
const DAY_MS = 24 * 3_600_000;
/** By then the upload is forgotten, and so is what the prediction service was given to read. */
const KEPT_MS = DAY_MS + 3 * 3_600_000;

/**
 * Housekeeping: removes documents that were deleted for good a good day ago, with all rows that hang on them and the
 * bytes that only those named. Stops between two parts when `stop` aborts. Safe to repeat.
 */
export async function purgeDeletedDocuments(stop?: AbortSignal, clock: Clock = systemClock): Promise<void> {
  const now = clock.now().getTime();
  const where = { deletedAt: { lt: new Date(now - KEPT_MS) } };
  const writtenBefore = new Date(now - DAY_MS);
  let rows = 1;
  while (rows > 0 && !stop?.aborted) {
    rows = await inTransaction(async (tx) => {
      const purged = await purgeDocuments(tx, where, DOCUMENTS_AT_ONCE);
      await removeUnusedBlobs(tx, purged.keys, { writtenBefore });
      return purged.rows;
    });
  }
}
