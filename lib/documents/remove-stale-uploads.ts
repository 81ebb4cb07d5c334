import { removeBlob } from '#lib/blobs/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { deleteUploadsBefore, unusedBlobKeys } from './upload-store.ts';

const KEPT_MS = 24 * 3_600_000;

/**
 * Housekeeping: forgets uploads after a day, and removes the bytes of those that became nothing. Bytes that
 * anything else names stay, and so do bytes that were written again within the day.
 */
export async function removeStaleUploads(clock: Clock = systemClock): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  const keys = await deleteUploadsBefore(before);
  for (const key of await unusedBlobKeys(keys)) await removeBlob(key, { writtenBefore: before });
}
