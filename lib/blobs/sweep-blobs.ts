import { unusedBlobKeys } from './blob-reference-store.ts';
import { listBlobKeys, removeBlob, removeBrokenWrites } from './store.ts';

const DAY_MS = 24 * 3_600_000;
const KEYS_AT_ONCE = 1_000;

/**
 * Housekeeping: removes blobs that no row names, and what is left of writes that a killed process began. Younger ones
 * than a day stay: somebody may be about to name them.
 */
export async function sweepBlobs(now: Date = new Date(), signal?: AbortSignal): Promise<void> {
  const writtenBefore = new Date(now.getTime() - DAY_MS);
  await removeBrokenWrites(writtenBefore);
  for await (const keys of batches(listBlobKeys(), KEYS_AT_ONCE)) {
    if (signal?.aborted) return;
    for (const key of await unusedBlobKeys(keys)) await removeBlob(key, { writtenBefore });
  }
}

async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
