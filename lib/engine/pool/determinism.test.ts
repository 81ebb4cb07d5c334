import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { createEnginePool, type EnginePool } from './create-engine-pool.ts';

const lines = ['Invoice 4711', 'Two coffees 7.80', 'Total 7.80 paid by card', 'Thank you, come again'];
let folder = '';
let files: string[] = [];
const pools: EnginePool[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-same-'));
  files = ['photo.png', 'page.pdf', 'other.png'].map((name) => join(folder, name));
  const [photo = '', pdf = '', other = ''] = files;
  await writeFile(photo, await makePageImage(lines, { dpi: 150 }));
  await writeFile(pdf, await makePdf([lines], { pageSize: { width: 300, height: 200 } }));
  await writeFile(other, await makePageImage(lines.toReversed(), { dpi: 200 }));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await rm(folder, { recursive: true });
});

function openPool(): EnginePool {
  const pool = createEnginePool({ processes: 1 });
  pools.push(pool);
  return pool;
}

async function bytesOf(pool: EnginePool, file: string): Promise<string> {
  return JSON.stringify(await pool.readPage({ file, page: 1, textLayer: 'off' }));
}

it('the same file gives the same bytes: again, after other pages, and in another process', async () => {
  const [one, another] = [openPool(), openPool()];
  const first: string[] = [];
  for (const file of files) first.push(await bytesOf(one, file));
  const again: string[] = [];
  for (const file of files) again.push(await bytesOf(one, file));
  const elsewhere: string[] = [];
  for (const file of files.toReversed()) elsewhere.unshift(await bytesOf(another, file));
  expect(again).toEqual(first);
  expect(elsewhere).toEqual(first);
  expect(new Set(first).size).toBe(files.length);
  for (const bytes of first) expect(bytes).toContain('"engine":{"name":"lectern","version":"');
}, 60_000);
