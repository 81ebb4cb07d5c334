import { removeUnusedBlobs } from '#lib/blobs/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { deleteUploadsBefore } from './upload-store.ts';

const KEPT_MS = 24 * 3_600_000;
/** Few enough that their bytes are gone long before the transaction's time is up. */
const UPLOADS_AT_ONCE = 200;

/**
 * Housekeeping: forgets uploads after a day, and removes the bytes of those that became nothing. Bytes that
 * anything else names stay, and so do bytes that were written again within the day. The rows go for good only
 * after the bytes, and nobody can use them meanwhile: a run that breaks off leaves all to the next.
 */
export async function removeStaleUploads(clock: Clock = systemClock): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  let removed: number;
  do {
    removed = await inTransaction(async (tx) => {
      const keys = await deleteUploadsBefore(tx, before, UPLOADS_AT_ONCE);
      await removeUnusedBlobs(tx, keys, { writtenBefore: before });
      return keys.length;
    });
  } while (removed === UPLOADS_AT_ONCE);
}
