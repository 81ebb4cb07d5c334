import { removeUnusedBlobs } from '#lib/blobs/index.ts';
import type { Tx } from '#lib/platform/index.ts';

/**
 * Removes the bytes of a copy that its document names no longer, unless anything else does. As the transaction's
 * last step: nobody else looks for them afterwards.
 */
export async function removeUnlockedCopy(tx: Tx, key: string | null): Promise<void> {
  if (key !== null) await removeUnusedBlobs(tx, [key]);
}
