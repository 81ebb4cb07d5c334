import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePageImage } from '#lib/testing/image-factory.ts';
import { openImagePage } from '../open/image-file.ts';
import { renderPdfPage } from '../open/pdf-file.ts';
import { searchablePdf } from './searchable-pdf.ts';

let folder = '';
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, `file ${files++}`);
  await writeFile(file, bytes);
  return file;
}

describe('a picture in a PDF', () => {
  it.each(['png', 'webp', 'tiff', 'gif'] as const)('shows a %s as it is, without loss', async (format) => {
    const page = { pageSize: { width: 200, height: 120 } };
    const file = await fileOf(await makePageImage(['Sharp'], { ...page, format }));
    const { width, height } = await openImagePage(file, format, 1);
    const pdf = (await searchablePdf(file, [])).bytes;
    const drawn = await renderPdfPage(await fileOf(pdf), 1, () => ({ width, height }), 'grey');
    const shown = await sharp(file).flatten().toColourspace('b-w').raw().toBuffer();
    expect(meanDifference(drawn.pixels, shown)).toBeLessThan(1);
  });

  it('keeps the rows of a PNG, a palette included, and whitens what is transparent', async () => {
    const drawn = sharp(await makePageImage(['Some'], { pageSize: { width: 100, height: 60 } }));
    for (const png of [
      await drawn.clone().png({ palette: true }).toBuffer(),
      await drawn.clone().ensureAlpha(0.5).png().toBuffer(),
      await drawn.clone().png({ progressive: true }).toBuffer(),
    ]) {
      const file = await fileOf(png);
      const { width, height } = await openImagePage(file, 'png', 1);
      const shown = await sharp(png).flatten({ background: 'white' }).toColourspace('b-w').raw().toBuffer();
      const pdf = await fileOf((await searchablePdf(file, [])).bytes);
      const page = await renderPdfPage(pdf, 1, () => ({ width, height }), 'grey');
      expect(meanDifference(page.pixels, shown)).toBeLessThan(1);
    }
  });

  it('makes a PDF that declares itself PDF/A-2b', async () => {
    const file = await fileOf(await makePageImage(['Kept'], { pageSize: { width: 100, height: 60 } }));
    const { catalog } = await PDFDocument.load((await searchablePdf(file, [])).bytes);
    expect(catalog.get(PDFName.of('OutputIntents'))).toBeDefined();
    const metadata = catalog.lookup(PDFName.of('Metadata'));
    const xmp = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString() : '';
    expect(xmp).toMatch(/pdfaid:part(="|>)2/);
    expect(xmp).toMatch(/pdfaid:conformance(="|>)B/);
  });
});

function meanDifference(one: Uint8Array, other: Uint8Array): number {
  expect(one).toHaveLength(other.length);
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
}
