import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, utimes } from 'node:fs/promises';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeEach, expect, it } from 'vitest';

const server = await startFauxqs({ port: 0, logger: false });
const dataDir = `/tmp/lectern-bucket-${process.pid}`;
Object.assign(process.env, {
  LECTERN_DATA_DIR: dataDir,
  S3_BUCKET: 'lectern',
  S3_ENDPOINT: server.address,
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret',
  S3_PREFIX: 'team/',
  LECTERN_LOG_LEVEL: 'silent',
});
// The configuration is read once, on import.
const { blobFile, blobPath, dropColdCopies, readBlob, writeBlob } = await import('./index.ts');
const { removeBlob } = await import('./store.ts');
const { bucket } = await import('./bucket.ts');
const { database } = await import('#lib/platform/database.ts');
const { newId } = await import('#lib/platform/index.ts');
const { createUser } = await import('#lib/testing/accounts.ts');

const { id: userId, workspace } = await createUser();

const noSignal = new AbortController().signal;
const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000);

beforeEach(async () => {
  server.purgeAll();
  server.createBucket('lectern');
  await rm(dataDir, { recursive: true, force: true });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function stored(bytes: Uint8Array): Promise<string> {
  return (await writeBlob([bytes], { maxBytes: 1_000_000 })).sha256;
}

/** As another machine, or one whose copies were dropped, would find it. */
async function withoutCopy(key: string): Promise<void> {
  await rm(blobPath(key));
}

it('gives every machine the bytes that one of them was sent', async () => {
  const bytes = randomBytes(300_000);
  const key = await stored(bytes);
  await withoutCopy(key);
  const { size, stream } = await readBlob(key);
  expect(size).toBe(300_000);
  expect(Buffer.from(await new Response(stream).arrayBuffer()).equals(bytes)).toBe(true);
  await withoutCopy(key);
  expect((await readFile(await blobFile(key))).equals(bytes)).toBe(true);
});

it('fetches a file whole or not at all when many want it at once', async () => {
  const bytes = randomBytes(200_000);
  const key = await stored(bytes);
  await withoutCopy(key);
  const paths = await Promise.all(Array.from({ length: 5 }, () => blobFile(key)));
  expect(new Set(paths).size).toBe(1);
  expect((await readFile(blobPath(key))).equals(bytes)).toBe(true);
});

it('removes a blob from the bucket, too, unless it was written since', async () => {
  const key = await stored(Buffer.from('soon gone'));
  await withoutCopy(key);
  await removeBlob(key, { writtenBefore: new Date(Date.now() - 60_000) });
  expect(await bucket()?.writtenAt(key)).toBeInstanceOf(Date);
  await removeBlob(key);
  await expect(readBlob(key)).rejects.toThrow('gone');
});

it('drops copies that nobody reads any more, and first puts into the bucket what it lacks', async () => {
  const [cold, warm] = [await stored(Buffer.from('cold')), await stored(Buffer.from('warm'))];
  const file = {
    id: newId(),
    workspaceId: workspace.id,
    userId,
    name: 'cold.txt',
    contentType: 'text/plain',
  };
  await database().upload.create({ data: { ...file, size: 4, sha256: cold } });
  await bucket()?.remove(cold);
  await utimes(blobPath(cold), longAgo, longAgo);
  await dropColdCopies(noSignal);
  expect(existsSync(blobPath(cold))).toBe(false);
  expect(existsSync(blobPath(warm))).toBe(true);
  expect(await readFile(await blobFile(cold), 'utf8')).toBe('cold');
});

it('never brings back what another machine has removed', async () => {
  const key = await stored(Buffer.from('removed elsewhere'));
  await bucket()?.remove(key);
  await utimes(blobPath(key), longAgo, longAgo);
  await dropColdCopies(noSignal);
  expect(await bucket()?.writtenAt(key)).toBeNull();
});

it('counts reading as use', async () => {
  const key = await stored(Buffer.from('read daily'));
  await utimes(blobPath(key), longAgo, longAgo);
  await readBlob(key);
  await dropColdCopies(noSignal);
  expect(existsSync(blobPath(key))).toBe(true);
});

it('says that the store does not answer, and keeps nothing of the file, when there is no such bucket', async () => {
  server.purgeAll();
  await expect(stored(Buffer.from('lost'))).rejects.toThrow('does not answer');
});
