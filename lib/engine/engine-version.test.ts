import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDigest, engineIdentity } from './engine-version.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-version-'));
  for (const name of ['weights', 'read/fixtures', 'model/prune', 'model/quantise'])
    await mkdir(join(folder, name), { recursive: true });
  await write('read-page.ts', 'code');
  await write('weights/model.onnx', 'weights');
});
afterAll(() => rm(folder, { recursive: true }));

function write(path: string, content: string): Promise<void> {
  return writeFile(join(folder, path), content);
}

function digest(runtimes: readonly string[] = ['sharp@1']): Promise<string> {
  return contentDigest(folder, runtimes);
}

describe('the version of the engine', () => {
  it('is that of the project with a hash, and the same each time', async () => {
    const { name, version } = await engineIdentity();
    expect(name).toBe('lectern');
    expect(version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
    expect(await engineIdentity()).toEqual({ name, version });
  });

  it.each([
    'read-page.test.ts',
    'read/fixtures/page.png',
    'model/calibrate.ts',
    'model/prune/prune-model.ts',
    'model/quantise/measure-ranges.ts',
    'weights/en_PP-OCRv4_rec_infer.onnx',
  ])('stays while nothing changes but %s, which reads nothing', async (path) => {
    const before = await digest();
    await write(path, 'changed');
    expect(await digest()).toBe(before);
  });

  it.each([
    ['weights', () => write('weights/model.onnx', 'other weights')],
    ['code', () => write('read-page.ts', 'other code')],
    ['ranges', () => write('model/quantise/english-ranges.json', '{}')],
    ['a file more', () => write('weights/more.onnx', '')],
  ])('changes with %s', async (_, change) => {
    const before = await digest();
    await change();
    expect(await digest()).not.toBe(before);
  });

  it('changes with the release of a runtime', async () => {
    expect(await digest(['sharp@2'])).not.toBe(await digest());
  });
});
