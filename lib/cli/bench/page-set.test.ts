import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSetsOf } from './page-set.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-page-set-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(...names: string[]): Promise<void> {
  for (const name of names) await writeFile(join(folder, name), `content of ${name}`);
}

describe('pageSetsOf', () => {
  it('pairs images with the texts of the same name, in the order of the names', async () => {
    await put('b.v2.PNG', 'b.v2.txt', 'a.jpg', 'a.txt', 'lonely.png', 'lonely2.txt', 'notes.md');
    const [set] = await pageSetsOf(folder);
    expect(set?.pages).toEqual([
      { file: join(folder, 'a.jpg'), truth: 'content of a.txt', words: null },
      { file: join(folder, 'b.v2.PNG'), truth: 'content of b.v2.txt', words: null },
    ]);
  });

  it('finds a set in each folder, with the places of the words where they are known', async () => {
    await mkdir(join(folder, 'letters'));
    await mkdir(join(folder, 'empty'));
    await put('letters/a.png', 'letters/a.txt');
    const words = [{ text: 'Dear', box: [1, 2, 30, 12] }];
    await writeFile(join(folder, 'letters/a.words.json'), JSON.stringify(words));
    expect(await pageSetsOf(folder)).toMatchObject([{ name: 'letters', pages: [{ words }] }]);
  });

  it('takes no more pages of a set than asked', async () => {
    await put('a.jpg', 'a.txt', 'b.jpg', 'b.txt');
    expect((await pageSetsOf(folder, 1))[0]?.pages).toHaveLength(1);
  });

  it('says what is wrong with a folder that is missing or holds no pair', async () => {
    await expect(pageSetsOf(join(folder, 'missing'))).rejects.toThrow(/missing cannot be listed \(ENOENT\)/);
    await put('lonely.png');
    await expect(pageSetsOf(folder)).rejects.toThrow(/no image with a text file of the same name/);
  });
});
