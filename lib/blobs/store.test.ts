import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';

const dataDir = vi.hoisted(() => {
  process.env.LECTERN_DATA_DIR = `/tmp/lectern-blobs-${process.pid}`;
  return process.env.LECTERN_DATA_DIR;
});

import { blobPath } from './folder.ts';
import { readBlob, removeBlob, writeBlob } from './store.ts';

afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function text(key: string): Promise<string> {
  const { stream } = await readBlob(key);
  return new Response(stream).text();
}

describe('the blob store', () => {
  it('keeps bytes under their SHA-256 and tells their MD5 and size', async () => {
    const bytes = randomBytes(70_000);
    const stored = await writeBlob([bytes.subarray(0, 1), bytes.subarray(1)], { maxBytes: 100_000 });
    expect(stored.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(stored.md5).toBe(createHash('md5').update(bytes).digest('hex'));
    expect(stored.size).toBe(70_000);
    expect(readFileSync(blobPath(stored.sha256)).equals(bytes)).toBe(true);
  });

  it('keeps the same bytes once, also when two write at the same time', async () => {
    const write = () => writeBlob([Buffer.from('twice')], { maxBytes: 10 });
    const [one, two] = await Promise.all([write(), write()]);
    expect(one.sha256).toBe(two.sha256);
    expect(await text(one.sha256)).toBe('twice');
  });

  it('leaves nothing behind of bytes that are too many or break off', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('connection lost');
    }
    await expect(writeBlob([Buffer.alloc(11)], { maxBytes: 10 })).rejects.toThrow('larger than');
    await expect(writeBlob(broken(), { maxBytes: 10 })).rejects.toThrow('connection lost');
    expect(readdirSync(join(dataDir, 'blobs', 'incoming'))).toEqual([]);
  });

  it('stores nothing at all as well', async () => {
    const empty = await writeBlob([], { maxBytes: 10 });
    expect(empty.size).toBe(0);
    expect(await text(empty.sha256)).toBe('');
  });

  it('says that a blob is gone, and never leaves its folder', async () => {
    const { sha256 } = await writeBlob([Buffer.from('bye')], { maxBytes: 10 });
    await removeBlob(sha256);
    await removeBlob(sha256);
    await expect(readBlob(sha256)).rejects.toThrow('gone');
    expect(() => blobPath('../../etc/passwd')).toThrow('gone');
  });
});
