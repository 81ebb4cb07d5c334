import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBlankPng, makeEncryptedPdf } from '#lib/testing/hostile-files.ts';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { inspectFile } from './inspect-file.ts';

const smallPage = { pageSize: { width: 200, height: 100 }, margin: 20, dpi: 72 };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array | string, name = 'file'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

describe('inspectFile', () => {
  it('tells the pages of a PDF in points', async () => {
    const file = await fileOf(await makePdf([['one'], ['two']], { pageSize: { width: 300, height: 400 } }));
    const page = { width: 300, height: 400 };
    expect(await inspectFile(file)).toEqual({ kind: 'pdf', format: 'pdf', pages: [page, page] });
  });

  it.each(['png', 'jpeg', 'webp', 'tiff', 'gif', 'avif'] as const)(
    'tells the size of a %s image',
    async (format) => {
      const file = await fileOf(await makePageImage(['text'], { ...smallPage, format }));
      expect(await inspectFile(file)).toEqual({
        kind: 'image',
        format,
        pages: [{ width: 200, height: 100 }],
      });
    },
  );

  it('tells the size of a photo as it is seen, turned by its EXIF orientation', async () => {
    const photo = await sharp(await makePageImage(['text'], smallPage))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await inspectFile(await fileOf(photo))).pages).toEqual([{ width: 100, height: 200 }]);
  });

  it('goes by what a file contains, not by its name', async () => {
    await expect(inspectFile(await fileOf('just text', 'scan.png'))).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('neither a PDF nor an image'),
    });
  });

  it('asks for a JPEG instead of a HEIC photo', async () => {
    const photo = await fileOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
    await expect(inspectFile(photo)).rejects.toMatchObject({
      code: 'unsupported',
      message: 'HEIC photos cannot be read. Save the photo as JPEG and upload it again.',
    });
  });

  it('says that an empty file is empty', async () => {
    await expect(inspectFile(await fileOf(''))).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('empty'),
    });
  });

  it('says that a PDF wants a password', async () => {
    await expect(inspectFile(await fileOf(makeEncryptedPdf()))).rejects.toMatchObject({
      code: 'encrypted',
      message:
        'This PDF is protected with a password. Give its password, or remove it and upload the file again.',
    });
  });

  it('says that a PDF has no pages', async () => {
    await expect(inspectFile(await fileOf(await makePdf([])))).rejects.toMatchObject({ code: 'no_pages' });
  });

  it('refuses a PDF of more pages than are read, and tells the limit', async () => {
    const pages = (count: number) => makePdf(Array.from({ length: count }, () => []));
    expect((await inspectFile(await fileOf(await pages(2_000)))).pages).toHaveLength(2_000);
    await expect(inspectFile(await fileOf(await pages(2_001)))).rejects.toMatchObject({
      code: 'too_large',
      message: 'This PDF has 2,001 pages; at most 2,000 are read. Split it and upload the parts.',
    });
  });

  it('says that a PDF is damaged', async () => {
    await expect(inspectFile(await fileOf('%PDF-1.7\nnothing else'))).rejects.toMatchObject({
      code: 'unreadable',
    });
  });

  it('refuses a PNG of 900 megapixels by its header alone', async () => {
    const file = await fileOf(makeBlankPng(30_000, 30_000));
    const startedAt = performance.now();
    await expect(inspectFile(file)).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('at most 100 megapixels'),
    });
    // Decoding the 113 MB behind it takes several times as long.
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('says that a file is missing, without naming its path', async () => {
    const missing = join(folder, 'missing');
    await expect(inspectFile(missing)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.not.stringContaining(folder),
    });
  });
});
