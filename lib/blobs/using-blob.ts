import { stat } from 'node:fs/promises';
import { inTransaction, logger, type Tx, Unavailable } from '#lib/platform/index.ts';
import { shareKeys } from './blob-reference-store.ts';
import { bucket } from './bucket.ts';
import { blobPath } from './folder.ts';
import { removeUnusedBlobs } from './remove-unused-blobs.ts';
import type { StoredBlob } from './store.ts';

type Stored = Pick<StoredBlob, 'sha256' | 'storedAt'>;

/** What is refused after its bytes were stored leaves none: when `use` throws, they are discarded. */
export async function usingBlob<T>(blob: Stored, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    await discardBlob(blob).catch((failure: unknown) => {
      logger.error({ err: failure, key: blob.sha256 }, 'bytes that became nothing could not be discarded');
    });
    throw error;
  }
}

/** Removes bytes that became nothing, unless anything names the same, or somebody stored them since. */
export async function discardBlob({ sha256, storedAt }: Stored): Promise<void> {
  const writtenBefore = new Date(storedAt.getTime() + 1);
  await inTransaction((tx) => removeUnusedBlobs(tx, [sha256], { writtenBefore }));
}

/**
 * Said in the transaction that names bytes which were just stored, for all of them at once: nobody removes them until it
 * ends. @throws Unavailable when somebody has already, who was refused with the same or removed what named them before
 */
export async function holdBlob(tx: Tx, ...keys: string[]): Promise<void> {
  await shareKeys(tx, keys);
  for (const key of keys)
    if (!(await isStored(key))) throw new Unavailable('The file was lost on its way. Send it again.');
}

/** What other machines have removed from the bucket is gone, although this one still has a copy. */
async function isStored(key: string): Promise<boolean> {
  const store = bucket();
  if (store) return (await store.writtenAt(key)) !== null;
  return (await stat(blobPath(key)).catch(() => undefined)) !== undefined;
}
