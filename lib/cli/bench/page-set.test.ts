import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSetOf } from './page-set.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-page-set-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(...names: string[]): Promise<void> {
  for (const name of names) await writeFile(join(folder, name), `content of ${name}`);
}

describe('pageSetOf', () => {
  it('pairs images with the texts of the same name, in the order of the names', async () => {
    await put('b.v2.PNG', 'b.v2.txt', 'a.jpg', 'a.txt', 'lonely.png', 'lonely2.txt', 'notes.md');
    expect((await pageSetOf(folder)).pages).toEqual([
      { file: join(folder, 'a.jpg'), truth: 'content of a.txt' },
      { file: join(folder, 'b.v2.PNG'), truth: 'content of b.v2.txt' },
    ]);
  });

  it('takes no more pages than asked', async () => {
    await put('a.jpg', 'a.txt', 'b.jpg', 'b.txt');
    expect((await pageSetOf(folder, 1)).pages).toHaveLength(1);
  });

  it('says what is wrong with a folder that is missing or holds no pair', async () => {
    await expect(pageSetOf(join(folder, 'missing'))).rejects.toThrow(/missing cannot be listed \(ENOENT\)/);
    await put('lonely.png');
    await expect(pageSetOf(folder)).rejects.toThrow(/no image with a text file of the same name/);
  });
});
