import type { Tx } from '#lib/platform/index.ts';
import { unusedBlobKeys, whileLocked } from './blob-reference-store.ts';
import { removeBlob } from './store.ts';

/** Few enough for the locks that the database has room for. */
const LOCKED_AT_ONCE = 1_000;

/**
 * Removes those of the blobs that nothing names, after the rows that named them went in the same transaction. With
 * `writtenBefore`, those that were written since stay. Who stored one before and is about to name it is told by
 * `holdBlob`. Safe to repeat.
 */
export async function removeUnusedBlobs(
  tx: Tx,
  keys: readonly string[],
  options: { writtenBefore?: Date } = {},
): Promise<void> {
  for (let start = 0; start < keys.length; start += LOCKED_AT_ONCE) {
    const some = keys.slice(start, start + LOCKED_AT_ONCE);
    await whileLocked(tx, some, async () => {
      for (const key of await unusedBlobKeys(some, tx)) await removeBlob(key, options);
    });
  }
}
