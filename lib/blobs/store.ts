import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { LimitReached } from '#lib/platform/index.ts';
import { bucket } from './bucket.ts';
import { blobPath, folder, incoming, namesIn, root } from './folder.ts';
import { blobFile } from './local-copies.ts';

export type StoredBlob = {
  /** Hexadecimal; also the key. */
  sha256: string;
  /** Hexadecimal. */
  md5: string;
  /** Bytes. */
  size: number;
  /** When the last byte was. */
  storedAt: Date;
};

/** No upload lasts that long. */
const BROKEN_AFTER_MS = 24 * 3_600_000;

/**
 * Stores bytes under their own SHA-256, so the same bytes are kept once. They are on disk, and in the bucket if there
 * is one, when it returns; a write that was cut short leaves nothing under the key.
 * @throws LimitReached as soon as more than `maxBytes` arrived; Unavailable
 */
export async function writeBlob(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { maxBytes }: { maxBytes: number },
): Promise<StoredBlob> {
  await mkdir(incoming(), { recursive: true });
  const temporary = join(incoming(), randomUUID());
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  let size = 0;
  const file = await open(temporary, 'wx', 0o640);
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > maxBytes)
        throw new LimitReached(`The file is larger than ${Math.floor(maxBytes / 1_048_576)} MB.`);
      sha256.update(chunk);
      md5.update(chunk);
      // Unlike `write`, never only a part of it.
      await file.appendFile(chunk);
    }
    await file.sync();
    await file.close();
    const key = sha256.digest('hex');
    await bucket()?.put(key, temporary, size);
    await mkdir(folder(key), { recursive: true });
    await rename(temporary, blobPath(key));
    await syncFolder(folder(key));
    await syncFolder(root());
    return { sha256: key, md5: md5.digest('hex'), size, storedAt: new Date() };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** @throws NotFound when there is no such blob; Unavailable */
export async function readBlob(key: string): Promise<{ size: number; stream: ReadableStream<Uint8Array> }> {
  const path = await blobFile(key);
  const { size } = await stat(path);
  return { size, stream: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> };
}

/**
 * Safe to repeat; the caller knows that nothing refers to the blob any more. With `writtenBefore`, one that was
 * written since stays: somebody may be about to refer to it.
 */
export async function removeBlob(
  key: string,
  { writtenBefore }: { writtenBefore?: Date } = {},
): Promise<void> {
  const store = bucket();
  const found = await stat(blobPath(key)).catch(() => undefined);
  if (writtenBefore && found && found.mtime >= writtenBefore) return;
  if (store) {
    const putAt = writtenBefore ? await store.writtenAt(key) : null;
    if (writtenBefore && putAt && putAt >= writtenBefore) return;
    await store.remove(key);
  }
  await rm(blobPath(key), { force: true });
}

/** Housekeeping: removes what is left of writes that ended with their process. */
export async function removeBrokenWrites(now: Date = new Date()): Promise<void> {
  const writtenBefore = new Date(now.getTime() - BROKEN_AFTER_MS);
  for (const name of await namesIn(incoming())) {
    const path = join(incoming(), name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtime < writtenBefore) await rm(path, { force: true });
  }
}

/** Without it, a power cut may undo a rename or the making of a folder. */
async function syncFolder(path: string): Promise<void> {
  const opened = await open(path, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
