import { stat } from 'node:fs/promises';
import { inTransaction, logger, type Tx, Unavailable } from '#lib/platform/index.ts';
import { lockKey, shareKey, unusedBlobKeys } from './blob-reference-store.ts';
import { bucket } from './bucket.ts';
import { blobPath } from './folder.ts';
import { removeBlob, type StoredBlob } from './store.ts';

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

/**
 * Removes bytes that became nothing, unless anything names the same, or somebody stored them since. Who stored them before
 * and is about to name them is told by `holdBlob`.
 */
export async function discardBlob({ sha256, storedAt }: Stored): Promise<void> {
  const writtenBefore = new Date(storedAt.getTime() + 1);
  await inTransaction(async (tx) => {
    await lockKey(tx, sha256);
    const [unused] = await unusedBlobKeys([sha256], tx);
    if (unused) await removeBlob(unused, { writtenBefore });
  });
}

/**
 * Said before a row that names bytes which have just come in is written: nobody discards them until the transaction ends.
 * @throws Unavailable when somebody, who sent the same and was refused, has discarded them already
 */
export async function holdBlob(tx: Tx, key: string): Promise<void> {
  await shareKey(tx, key);
  if (!(await isStored(key))) throw new Unavailable('The file was lost on its way. Send it again.');
}

/** What other machines have removed from the bucket is gone, although this one still has a copy. */
async function isStored(key: string): Promise<boolean> {
  const store = bucket();
  if (store) return (await store.writtenAt(key)) !== null;
  return (await stat(blobPath(key)).catch(() => undefined)) !== undefined;
}
