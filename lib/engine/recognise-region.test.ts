import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePageImage } from '#lib/testing/image-factory.ts';
import type { Box } from './page-reading.ts';
import { readPage } from './read-page.ts';

const lines = ['The harbour office is closed', 'from 12 May until 3 June 2031.', 'Ask at the pier instead.'];
const page = { pageSize: { width: 300, height: 120 }, margin: 30, fontSize: 14 };

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-region-'));
  file = join(folder, 'page.png');
  await writeFile(file, await makePageImage(lines, page));
});
afterAll(() => rm(folder, { recursive: true }));

const roomy = ([x0, y0, x1, y1]: Box): Box => [x0 - 6, y0 - 6, x1 + 6, y1 + 6];

describe('reading a region', { timeout: 60_000 }, () => {
  it('answers what stands in it and nothing else, in places of the whole page', async () => {
    const whole = await readPage(file, 1);
    const [, second] = whole.lines;
    if (!second) throw new Error('The page has three lines.');
    const part = await readPage(file, 1, { region: { box: roomy(second.box), turned: 0 } });
    expect(part.text).toBe(lines[1]);
    expect([part.width, part.height]).toEqual([whole.width, whole.height]);
    for (const [at, word] of (part.lines[0]?.words ?? []).entries())
      for (const edge of [0, 1, 2, 3] as const)
        expect(Math.abs(word.box[edge] - (second.words[at]?.box[edge] ?? Infinity))).toBeLessThanOrEqual(3);
  });

  it('answers a word of a line', async () => {
    const [word] = (await readPage(file, 1)).lines[2]?.words ?? [];
    if (!word) throw new Error('The third line has words.');
    expect((await readPage(file, 1, { region: { box: roomy(word.box) } })).text).toBe('Ask');
  });

  it('reads a page that was stored upside down as the upright page, told so or not', async () => {
    const { lines: whole } = await readPage(file, 1);
    const box = roomy(whole[2]?.box ?? [0, 0, 0, 0]);
    const turned = join(folder, 'turned.png');
    await writeFile(turned, await sharp(file).rotate(180).png().toBuffer());
    for (const region of [{ box }, { box, turned: 180 as const }])
      expect(await readPage(turned, 1, { region })).toMatchObject({ text: lines[2], turned: 180 });
  });

  it('answers nothing for empty paper', async () => {
    const { width, height } = await readPage(file, 1);
    const region = { box: [0, height - 30, width, height] satisfies Box, turned: 0 as const };
    expect(await readPage(file, 1, { region })).toMatchObject({ text: '', lines: [] });
  });

  it('says how large the page is when the region lies outside of it', async () => {
    const { width, height } = await readPage(file, 1);
    const region = { box: [width + 5, 0, width + 50, 40] satisfies Box };
    await expect(readPage(file, 1, { region })).rejects.toThrow(
      `outside of the page, which is ${width} pixels wide and ${height} high`,
    );
  });
});
