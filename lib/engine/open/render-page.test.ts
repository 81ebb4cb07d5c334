import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { renderPage } from './render-page.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-render-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'file');
  await writeFile(file, bytes);
  return file;
}

async function look(webp: Uint8Array) {
  const { format, width, height } = await sharp(webp).metadata();
  return { format, width, height };
}

describe('renderPage', () => {
  it('shows a PDF page as WebP whose longest side is the one asked for', async () => {
    const file = await fileOf(await makePdf([['text']], { pageSize: { width: 300, height: 400 } }));
    expect(await look(await renderPage(file, 1, 200))).toEqual({ format: 'webp', width: 150, height: 200 });
  });

  it('keeps the colours of a page', async () => {
    const red = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#c00000' } })
      .png()
      .toBuffer();
    const { dominant } = await sharp(await renderPage(await fileOf(red), 1, 20)).stats();
    expect(dominant.r).toBeGreaterThan(150);
    expect(dominant.g).toBeLessThan(50);
  });

  it('turns a photo upright and does not enlarge it', async () => {
    const page = await makePageImage(['text'], { pageSize: { width: 200, height: 100 }, dpi: 72 });
    const photo = await sharp(page).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await look(await renderPage(await fileOf(photo), 1, 1_000))).toEqual({
      format: 'webp',
      width: 100,
      height: 200,
    });
  });

  it('draws no more than 18 megapixels, of long pages as of others', async () => {
    for (const pageSize of [
      { width: 595, height: 842 },
      { width: 200, height: 4_000 },
    ]) {
      const file = await fileOf(await makePdf([['text']], { pageSize }));
      const { width = 0, height = 0 } = await look(await renderPage(file, 1, 16_000));
      expect((width * height) / 18e6).toBeCloseTo(pageSize.height > 1_000 ? 0.71 : 1, 1);
      expect(height / width).toBeCloseTo(pageSize.height / pageSize.width, 1);
      expect(height).toBeLessThanOrEqual(16_000);
    }
  });

  it('says that a damaged image is damaged', async () => {
    const image = await makePageImage(['some text'], { format: 'jpeg' });
    const file = await fileOf(image.subarray(0, image.length / 2));
    await expect(renderPage(file, 1, 100)).rejects.toMatchObject({ code: 'unreadable' });
  });
});
