import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '#lib/testing/image-factory.ts';
import { pdfPages, renderPdfPage } from './pdf-file.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a PDF file', () => {
  it('is opened anew when it has changed since its last page was read', async () => {
    const file = join(folder, 'changing.pdf');
    await writeFile(file, await makePdf([['one page']]));
    expect(await pdfPages(file)).toHaveLength(1);
    await writeFile(file, await makePdf([['now'], ['two pages']]));
    expect(await pdfPages(file)).toHaveLength(2);
  });

  it('gives the pages of two files that are read in turn', async () => {
    const files = await Promise.all(
      [100, 200].map(async (width) => {
        const file = join(folder, `${width}.pdf`);
        await writeFile(file, await makePdf([['text']], { pageSize: { width, height: 50 } }));
        return file;
      }),
    );
    const sizes = [];
    for (const file of [...files, ...files]) sizes.push((await pdfPages(file))[0]?.width);
    expect(sizes).toEqual([100, 200, 100, 200]);
  });

  it('is drawn dark on white, in grey or in colour', async () => {
    const file = join(folder, 'text.pdf');
    await writeFile(file, await makePdf([['text']], { pageSize: { width: 60, height: 40 }, margin: 10 }));
    for (const [pixelFormat, bytesPerPixel] of [
      ['grey', 1],
      ['rgbx', 4],
    ] as const) {
      const { pixels } = await renderPdfPage(file, 1, () => ({ width: 60, height: 40 }), pixelFormat);
      expect(pixels).toHaveLength(60 * 40 * bytesPerPixel);
      expect(pixels[0]).toBe(255);
      expect(Math.min(...pixels)).toBeLessThan(100);
    }
  });
});
