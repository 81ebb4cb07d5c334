import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBlankPng, makePdfWithPageBox } from '#lib/testing/hostile-files.ts';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { loadGreyPage } from './load-grey-page.ts';

const smallPage = { pageSize: { width: 200, height: 100 }, margin: 20, dpi: 72 };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-load-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'file');
  await writeFile(file, bytes);
  return file;
}

describe('loadGreyPage', () => {
  it('draws a PDF page at 300 dpi', async () => {
    const page = await loadGreyPage(await fileOf(await makePdf([['text']])), 1);
    expect(page).toMatchObject({ width: Math.round((595 * 300) / 72), height: Math.round((842 * 300) / 72) });
    expect(page.pixels).toHaveLength(page.width * page.height);
  });

  it('never draws more than 3,600 pixels a side, whatever page box a PDF asks for', async () => {
    const page = await loadGreyPage(await fileOf(makePdfWithPageBox(1_000_000, 500_000)), 1);
    expect(Math.max(page.width, page.height)).toBe(3_600);
  });

  it('shows transparent pixels as white paper', async () => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const image = await sharp({ create: { width: 8, height: 8, channels: 4, background } })
      .png()
      .toBuffer();
    const page = await loadGreyPage(await fileOf(image), 1);
    expect([...new Set(page.pixels)]).toEqual([255]);
  });

  it('reads one byte a pixel from an image of 16 bits a channel', async () => {
    const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    const page = await loadGreyPage(await fileOf(image), 1);
    expect([...page.pixels]).toEqual(Array(64).fill(255));
  });

  it('turns a photo upright by its EXIF orientation', async () => {
    const black = { create: { width: 30, height: 10, channels: 3, background: 'black' } } as const;
    const photo = await sharp(black)
      .extend({ top: 10, background: 'white' })
      .withMetadata({ orientation: 3 })
      .png()
      .toBuffer();
    const page = await loadGreyPage(await fileOf(photo), 1);
    expect([page.pixels.at(0), page.pixels.at(-1)]).toEqual([0, 255]);
  });

  it('scales an image down to 3,600 pixels a side, and never up', async () => {
    const large = await sharp({ create: { width: 4_500, height: 3_600, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await loadGreyPage(await fileOf(large), 1)).toMatchObject({ width: 3_600, height: 2_880 });
    const small = await makePageImage(['text'], smallPage);
    expect(await loadGreyPage(await fileOf(small), 1)).toMatchObject({ width: 200, height: 100 });
  });

  it('refuses what cannot be decoded row by row earlier, for the memory it takes', async () => {
    const whole = join(folder, 'whole.png');
    const byRow = join(folder, 'by-row.png');
    await writeFile(whole, makeBlankPng(8_000, 8_000, true));
    await writeFile(byRow, makeBlankPng(8_000, 8_000));
    await expect(loadGreyPage(whole, 1)).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining(
        'at most 40 megapixels can be read of an image that is stored progressive',
      ),
    });
    expect(await loadGreyPage(byRow, 1)).toMatchObject({ width: 3_600, height: 3_600 });
  });

  it('says that a truncated JPEG is incomplete', async () => {
    const image = await makePageImage(['some text'], { format: 'jpeg' });
    const file = await fileOf(image.subarray(0, image.length / 2));
    await expect(loadGreyPage(file, 1)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('This JPEG image is damaged or incomplete'),
    });
  });

  it('says that a page beyond the last one does not exist', async () => {
    const image = await fileOf(await makePageImage(['text'], smallPage));
    await expect(loadGreyPage(image, 2)).rejects.toMatchObject({
      code: 'no_such_page',
      message: 'There is no page 2: this file has 1 page.',
    });
    const pdf = await fileOf(await makePdf([['one'], ['two']]));
    await expect(loadGreyPage(pdf, 3)).rejects.toMatchObject({ code: 'no_such_page' });
  });
});
