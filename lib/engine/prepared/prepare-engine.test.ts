import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePageImage } from '#lib/testing/image-factory.ts';
import { engineIdentity } from '../engine-version.ts';
import { recognisers } from '../model/model-files.ts';
import type { PageReading } from '../page-reading.ts';
import { createEnginePool } from '../pool/create-engine-pool.ts';
import { prepareEngine } from './prepare-engine.ts';
import { CODE_FILE, DIGESTS_FILE, digestOf, type PreparedEngine } from './prepared-engine.ts';

const [ENGLISH] = recognisers.english;

let folder = '';
let root = '';
let page = '';
let plain: PageReading;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-prepared-'));
  root = join(folder, 'data', 'engine');
  page = join(folder, 'page.png');
  await writeFile(page, await makePageImage(['Invoice 4711', 'Total 7.80'], { dpi: 150 }));
  plain = await readWith(null);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

async function readWith(prepared: PreparedEngine | null): Promise<PageReading> {
  const pool = createEnginePool({ processes: 1, prepared });
  try {
    return await pool.readPage({ file: page, page: 1 });
  } finally {
    await pool.close();
  }
}

async function prepare(): Promise<PreparedEngine> {
  const prepared = await prepareEngine(root);
  if (!prepared) throw new Error('nothing was prepared');
  return prepared;
}

/** The prepared engine with another file in it, as it was written or, with its digest, as if we had written it. */
async function withFile(
  name: string,
  content: string,
  { known }: { known: boolean },
): Promise<PreparedEngine> {
  const { folder: from, digests } = await prepare();
  const copy = await mkdtemp(join(folder, 'copy-'));
  for (const file of await readdir(from)) await writeFile(join(copy, file), await readFile(join(from, file)));
  await writeFile(join(copy, name), content);
  return { folder: copy, digests: known ? { ...digests, [name]: digestOf(Buffer.from(content)) } : digests };
}

describe('a prepared engine', { timeout: 60_000 }, () => {
  it('is prepared once for a version, for its owner alone, and read from then on', async () => {
    const [first, atTheSameTime] = await Promise.all([prepare(), prepare()]);
    expect(atTheSameTime).toEqual(first);
    expect(first.folder).toBe(join(root, (await engineIdentity()).version));
    for (const path of [root, first.folder]) expect((await stat(path)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(first.folder))
      expect((await stat(join(first.folder, name))).mode & 0o777).toBe(0o600);
    const written = await stat(join(first.folder, DIGESTS_FILE));
    expect(await prepare()).toEqual(first);
    expect((await stat(join(first.folder, DIGESTS_FILE))).mtimeMs).toBe(written.mtimeMs);
    expect(await readdir(root)).toEqual([(await engineIdentity()).version]);
  });

  it('reads as one that prepares for itself', async () => {
    expect(await readWith(await prepare())).toEqual(plain);
  });

  it.each([
    ['code', CODE_FILE, '{"engine/pool/perform-task.ts":"process.exit(1)"}'],
    ['a model', ENGLISH, 'no model'],
  ])('is what children run: %s that is known by its digest', async (_, name, content) => {
    await expect(readWith(await withFile(name, content, { known: true }))).rejects.toMatchObject({
      code: 'crashed',
    });
  });

  it.each([
    ['code', CODE_FILE, '{"engine/pool/perform-task.ts":"process.exit(1)"}'],
    ['a model', ENGLISH, 'no model'],
  ])('is left aside where %s is not what was written', async (_, name, content) => {
    expect(await readWith(await withFile(name, content, { known: false }))).toEqual(plain);
  });

  it('is left aside where it is missing', async () => {
    const prepared = await prepare();
    expect(await readWith({ ...prepared, folder: join(folder, 'nowhere') })).toEqual(plain);
  });

  it('is prepared anew where others may write to it, or where it is broken', async () => {
    const { folder: own } = await prepare();
    await writeFile(join(own, CODE_FILE), 'written by somebody else');
    await chmod(own, 0o777);
    expect(await readFile(join((await prepare()).folder, CODE_FILE), 'utf8')).toContain('performTask');
    await writeFile(join(own, DIGESTS_FILE), '{');
    expect((await prepare()).digests[ENGLISH]).toBeDefined();
  });

  it('removes what was prepared for other versions, but not what another process is writing', async () => {
    await rm((await prepare()).folder, { recursive: true });
    for (const name of ['0.0.9+aaaaaaaaaaaa', '.abandoned', '.being-written']) await mkdir(join(root, name));
    await utimes(join(root, '.abandoned'), 1_000, 1_000);
    await prepare();
    expect((await readdir(root)).sort()).toEqual(['.being-written', (await engineIdentity()).version]);
    await rm(join(root, '.being-written'), { recursive: true });
  });

  it('is not there, and no reason to fail, where nothing can be written', async () => {
    expect(await prepareEngine(join(page, 'engine'))).toBeNull();
  });
});
