import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { config } from '#lib/platform/index.ts';
import { createFile } from '#lib/predictions/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { blobPath, type StoredBlob, writeBlob } from './store.ts';
import { sweepBlobs } from './sweep-blobs.ts';

const DAY_MS = 24 * 3_600_000;
let scope: Scope;
let written = 0;

beforeEach(async () => {
  scope = await newApiScope();
});
afterAll(() => closeQueue());

async function newBlob(): Promise<StoredBlob> {
  return await writeBlob([Buffer.from(`blob ${written++}`)], { maxBytes: 100 });
}

function isThere({ sha256 }: StoredBlob): boolean {
  return existsSync(blobPath(sha256));
}

it('removes what nothing names, a day after it was written', async () => {
  const blob = await newBlob();
  await sweepBlobs(new Date());
  expect(isThere(blob)).toBe(true);
  await sweepBlobs(new Date(Date.now() + DAY_MS + 1_000));
  expect(isThere(blob)).toBe(false);
});

it('keeps what a row names, however old', async () => {
  const blob = await newBlob();
  await createFile(scope, { blob, name: 'a.png', contentType: 'image/png', metadata: {} });
  await sweepBlobs(new Date(Date.now() + 100 * DAY_MS));
  expect(isThere(blob)).toBe(true);
});

it('removes what a killed process left half written', async () => {
  await newBlob();
  const broken = join(config().dataDir, 'blobs', 'incoming', 'broken');
  writeFileSync(broken, 'half');
  await sweepBlobs(new Date());
  expect(existsSync(broken)).toBe(true);
  const yesterday = new Date(Date.now() - DAY_MS - 1_000);
  utimesSync(broken, yesterday, yesterday);
  await sweepBlobs(new Date());
  expect(existsSync(broken)).toBe(false);
});

it('does nothing where nothing was ever stored', async () => {
  await expect(sweepBlobs()).resolves.toBeUndefined();
});
