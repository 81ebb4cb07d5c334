import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  degrees,
  PDFDocument,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLockedPdf } from '#lib/testing/encrypted-pdf.ts';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { pdfWithFontTable } from '#lib/testing/pdf-with-font-table.ts';
import { loadGreyPage } from '../open/load-grey-page.ts';
import type { Box } from '../page-reading.ts';
import { readTextLayer } from './read-text-layer.ts';

const lines = ['The harbour office opens at nine', 'and closes at half past four.'];
const small = { width: 320, height: 120 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-layer-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'file.pdf');
  await writeFile(file, bytes);
  return file;
}

/** A page that `draw` fills. */
async function drawn(draw: (page: PDFPage, pdf: PDFDocument) => unknown): Promise<string> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([small.width, small.height]);
  page.setFont(await pdf.embedFont(StandardFonts.Helvetica));
  page.setFontSize(14);
  await draw(page, pdf);
  return await fileOf(await pdf.save());
}

/** The lines of a layer from top to bottom, and what was thought of it. */
async function layerOf(file: string, options = {}) {
  const layer = await readTextLayer(file, 1, options);
  const sorted = layer?.text.lines.toSorted((a, b) => a.box.centreY - b.box.centreY);
  return (
    layer && {
      ...layer,
      lines: sorted?.map(({ line }) => line.text),
      words: sorted?.flatMap(({ line }) => line.words),
    }
  );
}

/** Where the ink within a box is, which reaches a little further than the box. */
function inkAround(page: { width: number; pixels: Uint8Array }, [x0, y0, x1, y1]: Box): Box {
  const reach = 8;
  const found: Box = [x1, y1, x0, y0];
  for (let y = y0 - reach; y < y1 + reach; y++) {
    for (let x = x0 - reach; x < x1 + reach; x++) {
      if ((page.pixels[y * page.width + x] ?? 255) > 160) continue;
      found[0] = Math.min(found[0], x);
      found[1] = Math.min(found[1], y);
      found[2] = Math.max(found[2], x + 1);
      found[3] = Math.max(found[3], y + 1);
    }
  }
  return found;
}

describe('the text layer of a page', () => {
  it('is good when it says what is seen: its words, in its lines, with a confidence of 1', async () => {
    const layer = await layerOf(await fileOf(await makePdf([lines], { pageSize: small, margin: 30 })));
    expect(layer).toMatchObject({
      verdict: 'good',
      lines,
      text: { turned: 0, skew: 0, source: 'text_layer' },
    });
    expect(layer?.words?.every(({ confidence }) => confidence === 1)).toBe(true);
  });

  it.each([0, 90, 180, 270])(
    'has boxes within 3 pixels of the ink at 300 dpi, on a page that is cropped and to be turned by %i°',
    async (rotation) => {
      const file = await drawn((page) => {
        page.drawText('Quay', { x: 150, y: 60, rotate: degrees(rotation) });
        page.setCropBox(20, 10, 280, 105);
        page.setRotation(degrees(rotation));
      });
      const layer = await layerOf(file);
      const picture = await loadGreyPage(file, 1);
      expect(layer).toMatchObject({
        lines: ['Quay'],
        text: { turned: 0, width: picture.width, height: picture.height },
      });
      const [box = [0, 0, 0, 0] as const] = layer?.words?.map((word) => word.box) ?? [];
      const ink = inkAround(picture, [...box]);
      for (const [edge, at] of box.entries()) expect(Math.abs(at - (ink[edge] ?? 0))).toBeLessThanOrEqual(3);
    },
  );

  it.each([90, 180, 270] as const)(
    'is made upright when the text itself runs turned by %i°',
    async (angle) => {
      const pdf = await PDFDocument.create();
      const page = pdf.addPage([400, 400]);
      // pdf-lib turns anticlockwise.
      page.drawText('Turned by a quarter', { x: 200, y: 200, size: 14, rotate: degrees(-angle) });
      const layer = await layerOf(await fileOf(await pdf.save()));
      expect(layer).toMatchObject({
        verdict: 'good',
        lines: ['Turned by a quarter'],
        text: { turned: 360 - angle },
      });
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = layer?.text.lines[0]?.line.box ?? [];
      expect(x1 - x0).toBeGreaterThan(5 * (y1 - y0));
    },
  );

  it('keeps a note that runs up the margin as a line of its own', async () => {
    const file = await drawn((page) => {
      page.drawText('Upright text of the page itself', { x: 60, y: 60 });
      page.drawText('margin', { x: 30, y: 30, rotate: degrees(90) });
    });
    const layer = await readTextLayer(file, 1, {});
    const note = layer?.text.lines.find(({ line }) => line.text === 'margin');
    expect(layer?.text.turned).toBe(0);
    expect(note?.box.height).toBeGreaterThan(2 * (note?.box.width ?? 0));
  });

  it('leaves out what nobody sees: white on white, beside the page, behind a picture', async () => {
    const file = await drawn((page) => {
      page.drawText('Hidden prompt', { x: 20, y: 20, color: rgb(1, 1, 1) });
      page.drawText('Beside the page', { x: 20, y: 900 });
      page.drawText('Covered words', { x: 20, y: 45 });
      page.drawRectangle({ x: 10, y: 40, width: 200, height: 20, color: rgb(1, 1, 1) });
      page.drawText('Seen words stay', { x: 20, y: 80 });
    });
    expect(await layerOf(file)).toMatchObject({ verdict: 'good', lines: ['Seen words stay'] });
  });

  it('says once what is drawn twice to look bold', async () => {
    const file = await drawn((page) => {
      for (const shift of [0, 0.3]) page.drawText('Total amount due', { x: 20 + shift, y: 60 });
    });
    expect(await layerOf(file)).toMatchObject({ lines: ['Total amount due'] });
  });

  it('parts cells and columns that stand on one base line', async () => {
    const file = await drawn((page) => {
      page.drawText('Left cell', { x: 20, y: 60 });
      page.drawText('Right cell', { x: 180, y: 60 });
    });
    expect((await layerOf(file))?.lines?.toSorted()).toEqual(['Left cell', 'Right cell']);
  });

  it('puts letter-spaced words together, and what stands above or below its line into it', async () => {
    const file = await drawn(async (page, pdf) => {
      const font = await pdf.embedFont(StandardFonts.Helvetica);
      let x = 20;
      for (const letter of 'WIDE WORDS') {
        if (letter !== ' ') page.drawText(letter, { x, y: 90 });
        x += font.widthOfTextAtSize(letter, 14) + 4;
      }
      page.drawText('E = mc', { x: 20, y: 40 });
      page.drawText('2', { x: 66, y: 45.5, size: 9 });
      page.drawText('is known', { x: 76, y: 40 });
    });
    expect((await layerOf(file))?.lines).toEqual(['WIDE WORDS', 'E = mc 2 is known']);
  });

  it('joins a word that is drawn later to its line', async () => {
    const file = await drawn((page) => {
      page.drawText('The', { x: 20, y: 60 });
      page.drawText('dog', { x: 87, y: 60 });
      page.drawText('quick', { x: 48, y: 60 });
    });
    expect((await layerOf(file))?.lines).toEqual(['The quick dog']);
  });

  it('holds what the fields of a form and its annotations show', async () => {
    const file = await drawn((page, pdf) => {
      page.drawText('Name:', { x: 20, y: 60 });
      const field = pdf.getForm().createTextField('name');
      field.setText('Harriet Vane');
      field.addToPage(page, { x: 80, y: 55, width: 150, height: 20, borderWidth: 0 });
    });
    const layer = await layerOf(file);
    expect(layer?.verdict).toBe('good');
    expect(layer?.words?.map(({ text }) => text)).toEqual(['Name:', 'Harriet', 'Vane']);
  });

  it('is doubtful when the page shows text that it does not hold', async () => {
    const image = await makePageImage(['A caption within a picture'], {
      pageSize: { width: 250, height: 40 },
      margin: 8,
    });
    const file = await drawn(async (page, pdf) => {
      page.drawText('Text above the picture', { x: 20, y: 90 });
      page.drawImage(await pdf.embedPng(image), { x: 20, y: 20, width: 250, height: 40 });
    });
    expect(await layerOf(file)).toMatchObject({ verdict: 'doubtful', lines: ['Text above the picture'] });
  });

  it('is doubtful when it was recognised on a scan before', async () => {
    const file = await scanWith(['Some words of an earlier recognition', 'that may be right']);
    expect(await layerOf(file)).toMatchObject({ verdict: 'doubtful' });
    expect(await layerOf(file, { textLayer: 'force' })).toMatchObject({ verdict: 'good' });
  });

  it('is of no use when its letters cannot be told', async () => {
    const file = await fileOf(lettersLost());
    expect(await layerOf(file)).toBeNull();
  });

  it.each([
    ['drawn from left to right', '(hgfe dcba) Tj', 'אבגד הוזח'],
    ['drawn letter by letter', '[(a) 1112 (b) 1112 (c) 1112 (d) 1112 (e)] TJ', 'אבגדה'],
    ['drawn word by word', '80 0 Td (dcba) Tj -34 0 Td (hgfe) Tj -24 0 Td (kji) Tj', 'אבגד הוזח טיך'],
    ['drawn in pieces out of order', '(lkji) Tj 56 0 Td (dcba) Tj -34 0 Td (hgfe) Tj', 'אבגד הוזח טיךכ'],
    ['with figures', '(hgfe 2024 12-dcba) Tj', 'אבגד-12 2024 הוזח'],
    ['with English', '(hgfe AN ICE dcba) Tj', 'אבגד AN ICE הוזח'],
    ['within English', '(HELLO hgfe dcba WORLD) Tj', 'HELLO אבגד הוזח WORLD'],
  ])('is read from right to left where that is meant: %s', async (_how, operators, text) => {
    const layer = await layerOf(await fileOf(hebrew(operators)));
    expect(layer).toMatchObject({ verdict: 'good', lines: [text] });
  });

  it('is not asked when that is not wanted, and an image has none', async () => {
    const pdf = await fileOf(await makePdf([lines], { pageSize: small, margin: 30 }));
    expect(await layerOf(pdf, { textLayer: 'off' })).toBeNull();
    expect(await layerOf(await fileOf(await makePageImage(lines)))).toBeNull();
    expect(await layerOf(await fileOf(await makePdf([[]])), { textLayer: 'force' })).toBeNull();
  });

  it('of an encrypted page opens with the password', async () => {
    const file = await fileOf(makeLockedPdf('Behind the lock', 'sesame'));
    expect(await layerOf(file, { password: 'sesame' })).toMatchObject({ lines: ['Behind the lock'] });
    await expect(layerOf(file)).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('of absurd length is not taken', async () => {
    const words = `(${'many words '.repeat(1_000)}) Tj\n`.repeat(20);
    const file = await fileOf(pdfWithFontTable(words, (code) => code));
    expect(await layerOf(file, { textLayer: 'force' })).toBeNull();
  });
});

/** A scan of the lines, with this text over it that leaves no ink. */
async function scanWith(text: readonly string[]): Promise<string> {
  const image = await makePageImage(lines, { pageSize: small, margin: 30, dpi: 200 });
  return await drawn(async (page, pdf) => {
    page.drawImage(await pdf.embedPng(image), { x: 0, y: 0, width: small.width, height: small.height });
    page.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible));
    for (const [index, line] of text.entries()) page.drawText(line, { x: 30, y: 78 - 18 * index, size: 12 });
    page.pushOperators(popGraphicsState());
  });
}

/** Text whose font maps its letters to private use, as subsetting programs do that keep no table of them. */
function lettersLost(): Uint8Array {
  return pdfWithFontTable('(The harbour office) Tj', (code) => 0xe000 + code);
}

/** Hebrew, drawn with small Latin letters in place of its own: a stands for alef, b for bet. */
function hebrew(operators: string): Uint8Array {
  return pdfWithFontTable(operators, (code) => (code >= 97 ? code - 97 + 0x5d0 : code));
}
