import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFBool, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLockedPdf } from '#lib/testing/encrypted-pdf.ts';
import { rawPdf } from '#lib/testing/hostile-files.ts';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { pdfPages, renderPdfPage, unlockPdf, withPdfPage } from './pdf-file.ts';
import { readingSize } from './pdf-page-content.ts';

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

async function fileOf(bytes: Uint8Array, name = 'file.pdf'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

async function textOf(file: string, password?: string): Promise<string> {
  return await withPdfPage(file, 1, password, (page) =>
    String.fromCodePoint(...(page.characters() ?? []).map(({ code }) => code)),
  );
}

/** Whether there is ink in this part of the page, given in points from its top left corner. */
async function isInked(file: string, x: number, y: number, width: number, height: number): Promise<boolean> {
  const drawn = await renderPdfPage(file, 1, ({ size }) => size, 'grey');
  for (let row = y; row < y + height; row++) {
    const part = drawn.pixels.subarray(row * drawn.width + x, row * drawn.width + x + width);
    if (Math.min(...part) < 128) return true;
  }
  return false;
}

/** A page of 200 × 100 points with a black stamp as its annotation. */
async function stampedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 100]);
  const look = pdf.context.stream('0 0 80 20 re f', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 80, 20],
  });
  const stamp = {
    Type: 'Annot',
    Subtype: 'Stamp',
    Rect: [20, 60, 100, 80],
    F: 4,
    AP: { N: pdf.context.register(look) },
  };
  page.node.addAnnot(pdf.context.register(pdf.context.obj(stamp)));
  return await pdf.save();
}

describe('an encrypted PDF', () => {
  it('opens with the password of its reader or of its owner', async () => {
    const file = await fileOf(makeLockedPdf('Behind the lock', 'sesame', 'boss'));
    expect(await textOf(file, 'sesame')).toBe('Behind the lock');
    expect(await textOf(file, 'boss')).toBe('Behind the lock');
  });

  it('says whether the password is missing or wrong, without repeating it', async () => {
    const file = await fileOf(makeLockedPdf('Behind the lock', 'sesame'));
    await expect(pdfPages(file)).rejects.toMatchObject({ code: 'encrypted' });
    await expect(pdfPages(file, 'open-up')).rejects.toMatchObject({
      code: 'wrong_password',
      message: expect.not.stringContaining('open-up'),
    });
  });

  it('stays closed without the password after it was opened with it', async () => {
    const file = await fileOf(makeLockedPdf('Behind the lock', 'sesame'));
    expect(await pdfPages(file, 'sesame')).toHaveLength(1);
    await expect(pdfPages(file)).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('that only its owner may change opens without a password, and with any', async () => {
    const file = await fileOf(makeLockedPdf('Open to readers', '', 'boss'));
    expect(await textOf(file)).toBe('Open to readers');
    expect(await textOf(file, 'whatever')).toBe('Open to readers');
  });

  it('is written anew without its lock, with the same pages', async () => {
    const file = await fileOf(makeLockedPdf('Behind the lock', 'sesame'));
    const copy = await fileOf(await unlockPdf(file, 'sesame'), 'copy.pdf');
    expect(await textOf(copy)).toBe('Behind the lock');
    expect(await pdfPages(copy)).toEqual(await pdfPages(file, 'sesame'));
    await expect(unlockPdf(file, 'wrong')).rejects.toMatchObject({ code: 'wrong_password' });
  });

  it('keeps its annotations when it is unlocked, also after a page of it was read', async () => {
    const file = await fileOf(await stampedPdf());
    await textOf(file, 'sesame');
    const copy = await PDFDocument.load(await unlockPdf(file, 'sesame'));
    expect(copy.getPage(0).node.Annots()?.size()).toBe(1);
  });

  it('is the only file that can be unlocked: not an image, not one that is gone', async () => {
    const image = await fileOf(await makePageImage(['text']), 'image.png');
    await expect(unlockPdf(image, 'sesame')).rejects.toMatchObject({ code: 'unsupported' });
    await expect(unlockPdf(join(folder, 'gone.pdf'), 'sesame')).rejects.toMatchObject({ code: 'unreadable' });
  });
});

describe('what a PDF page shows', () => {
  it('includes the values of its form, also where the file holds no picture of them', async () => {
    for (const keepsAppearance of [true, false]) {
      const pdf = await PDFDocument.create();
      const page = pdf.addPage([200, 100]);
      const form = pdf.getForm();
      const field = form.createTextField('name');
      field.setText('Harriet Vane');
      field.addToPage(page, { x: 50, y: 40, width: 120, height: 20, borderWidth: 0 });
      if (!keepsAppearance) {
        for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
        form.acroForm.dict.set(PDFName.of('NeedAppearances'), PDFBool.True);
      }
      const file = await fileOf(await pdf.save({ updateFieldAppearances: keepsAppearance }));
      expect(await isInked(file, 50, 40, 120, 20)).toBe(true);
      expect(await textOf(file)).toContain('Harriet Vane');
    }
  });

  it('includes its annotations', async () => {
    const file = await fileOf(await stampedPdf());
    expect(await isInked(file, 30, 25, 60, 10)).toBe(true);
    expect(await isInked(file, 120, 25, 60, 10)).toBe(false);
  });

  it('is found though the table of the file is lost', async () => {
    const whole = Buffer.from(await makePdf([['Still here']]));
    const table = whole.lastIndexOf('startxref');
    expect(await textOf(await fileOf(whole.subarray(0, table)))).toContain('Still here');
  });

  it('is large enough to read where the page counts in units of its own', async () => {
    const content = 'BT /F1 1 Tf 2 5 Td (Ten points in truth) Tj ET';
    const file = await fileOf(
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /UserUnit 10 /MediaBox [0 0 20 10] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ]),
    );
    const { width } = await renderPdfPage(file, 1, readingSize, 'grey');
    expect(width).toBeGreaterThan(300);
  });
});
