import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotFound } from '#lib/platform/index.ts';
import { unusedBlobKeys } from './blob-reference-store.ts';
import { bucket } from './bucket.ts';
import { blobPath, folder, incoming, namesIn, root } from './folder.ts';

/** What nobody has read for so long goes from the disk when a bucket holds it. */
const COLD_AFTER_MS = 7 * 24 * 3_600_000;
/** How stale the note of the last use may be, so that reading seldom writes. */
const USED_STEP_MS = 3_600_000;

/**
 * The file that holds a blob, for programs that read files; it must not be changed. With a bucket it is fetched from there
 * when this machine has no copy. @throws NotFound when there is no such blob; Unavailable
 */
export async function blobFile(key: string, now: Date = new Date()): Promise<string> {
  const path = blobPath(key);
  const found = await stat(path).catch(() => undefined);
  const store = bucket();
  if (found) {
    if (store && now.getTime() - found.mtimeMs > USED_STEP_MS) await utimes(path, now, now);
    return path;
  }
  const bytes = await store?.get(key);
  if (!bytes) throw new NotFound('The stored file is gone.');
  const temporary = join(incoming(), randomUUID());
  await mkdir(incoming(), { recursive: true });
  try {
    await pipeline(bytes, createWriteStream(temporary, { mode: 0o640, flags: 'wx' }));
    await mkdir(folder(key), { recursive: true });
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  return path;
}

/**
 * Housekeeping where a bucket holds the blobs: takes from the disk what was not read for a week. One that rows name and
 * the bucket lacks, from the time before there was one, is put there first.
 */
export async function dropColdCopies(signal: AbortSignal, now: Date = new Date()): Promise<void> {
  const store = bucket();
  if (!store) return;
  const coldBefore = now.getTime() - COLD_AFTER_MS;
  for (const name of await namesIn(root())) {
    if (name.length !== 2) continue;
    for (const key of await namesIn(join(root(), name))) {
      if (signal.aborted) return;
      const found = await stat(blobPath(key)).catch(() => undefined);
      if (!found || found.mtimeMs > coldBefore) continue;
      if (!(await store.writtenAt(key))) {
        // Removed by another machine, or of another database: it must not come back.
        if ((await unusedBlobKeys([key])).length > 0) continue;
        await store.put(key, blobPath(key), found.size);
      }
      await rm(blobPath(key), { force: true });
    }
  }
}
