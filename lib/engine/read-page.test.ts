import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageOptions, makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { pdfWithFontTable } from '#lib/testing/pdf-with-font-table.ts';
import { readPage } from './read-page.ts';

const letter = [
  'Larkspur Stationery Ltd',
  '14 Harbour Street, Wexcombe',
  '',
  'Dear Ms Whitfield,',
  'thank you for your order of 27 March 2031.',
  'We sent 12 boxes (A4, 80 g) by rail today.',
  'The amount of $1,284.50 is due in 30 days.',
];
const letterText = letter.filter((line) => line !== '').join('\n');
const page = { pageSize: { width: 380, height: 220 }, margin: 30, fontSize: 13 };

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'file');
  await writeFile(file, bytes);
  return file;
}

async function imageFile(options: ImageOptions = {}): Promise<string> {
  return await fileOf(await makePageImage(letter, { ...page, ...options }));
}

// Loading the models and reading take seconds on a busy machine.
describe('readPage', { timeout: 60_000 }, () => {
  it('reads exactly what was drawn on each page of a PDF', async () => {
    const file = await fileOf(await makePdf([letter, ['The second page', 'has two lines']], page));
    for (const [textLayer, source] of [
      ['auto', 'text_layer'],
      ['off', 'picture'],
    ] as const) {
      expect(await readPage(file, 1, { textLayer })).toMatchObject({ text: letterText, source });
      const second = await readPage(file, 2, { textLayer });
      expect(second).toMatchObject({ text: 'The second page\nhas two lines', source });
    }
  });

  it.each(['png', 'jpeg', 'webp', 'tiff', 'gif', 'avif'] as const)(
    'reads exactly what a %s shows',
    async (format) => {
      expect((await readPage(await imageFile({ format }), 1)).text).toBe(letterText);
    },
  );

  it('reads each page of a TIFF of several', async () => {
    const pages = await Promise.all([letter, ['A second page']].map((lines) => makePageImage(lines, page)));
    const file = await fileOf(
      await sharp(pages.map(Buffer.from), { join: { animated: true } })
        .tiff()
        .toBuffer(),
    );
    expect((await readPage(file, 1)).text).toBe(letterText);
    expect((await readPage(file, 2)).text).toBe('A second page');
  });

  it('reads a skewed page and tells its angle', async () => {
    const reading = await readPage(await imageFile({ rotate: 3 }), 1);
    expect(reading.text).toBe(letterText);
    expect(Math.abs(reading.angle - 3)).toBeLessThan(0.4);
  });

  it.each([90, 180, 270] as const)(
    'reads a page that has to be turned by %i degrees as if it were upright, and tells so',
    async (turned) => {
      const upright = await readPage(await imageFile(), 1);
      const reading = await readPage(await imageFile({ rotate: -turned }), 1);
      expect(upright.turned).toBe(0);
      expect(reading).toEqual({ ...upright, turned });
    },
  );

  it('turns a PDF page, and one that is skewed as well', async () => {
    const pdf = await PDFDocument.load(await makePdf([letter], page));
    pdf.getPage(0).setRotation(degrees(90));
    expect(await readPage(await fileOf(await pdf.save()), 1)).toMatchObject({
      text: letterText,
      turned: 270,
    });
    const skewed = await readPage(await imageFile({ rotate: 174 }), 1);
    expect(skewed).toMatchObject({ text: letterText, turned: 180 });
    expect(Math.abs(skewed.angle + 6)).toBeLessThan(0.4);
  });

  it.each(['1', 'I', 'l', '-', '|', '66', 'SOS', '10:01', '...', 'No 1'])(
    'never turns an upright page that shows no more than %s, small or large',
    async (text) => {
      for (const fontSize of [12, 90]) {
        const file = await fileOf(await makePageImage([text], { ...page, fontSize }));
        expect((await readPage(file, 1)).turned).toBe(0);
      }
    },
  );

  it('is not misled by a stroke down the page that is longer than all its text', async () => {
    const stroked = await makePageImage(['No 4', { text: '|', fontSize: 60 }], page);
    expect(await readPage(await fileOf(stroked), 1)).toMatchObject({ text: 'No 4', turned: 0 });
  });

  it('never turns a column of figures', async () => {
    const figures = ['1', '7', '11', '4', '1', '1', '14', '6', '9', '8'];
    expect((await readPage(await fileOf(await makePageImage(figures, { margin: 30 })), 1)).turned).toBe(0);
  });

  it('reads a photo that is stored lying on its side', async () => {
    const lying = await sharp(await makePageImage(letter, page))
      .rotate(-90)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const reading = await readPage(await fileOf(lying), 1);
    expect(reading.text).toBe(letterText);
    expect(reading.width).toBeGreaterThan(reading.height);
    expect(reading.turned).toBe(0);
  });

  it('puts the box of each word around its ink', async () => {
    const reading = await readPage(await imageFile({ dpi: 144 }), 1);
    const words = reading.lines.flatMap((line) => line.words);
    expect(words.map(({ text }) => text).join(' ')).toBe(letterText.replaceAll('\n', ' '));
    // "Larkspur" starts at the left margin of 30 points and is drawn on the base line 43 points from the top.
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = words.find(({ text }) => text === 'Larkspur')?.box ?? [];
    expect(Math.abs(x0 - 60)).toBeLessThan(6);
    expect(Math.abs(x1 - x0 - 102)).toBeLessThan(8);
    expect(y0).toBeGreaterThan(45);
    expect(y1).toBeLessThan(102);
    expect(y0).toBeLessThan(68);
    expect(y1).toBeGreaterThan(85);
  });

  it('holds what it promises about lines: text of its words, box around their boxes, confidence from 0 to 1', async () => {
    const reading = await readPage(await imageFile(), 1);
    for (const { text, words, box, confidence } of reading.lines) {
      expect(text).toBe(words.map((word) => word.text).join(' '));
      expect(confidence).toBeGreaterThan(0.9);
      expect(confidence).toBeLessThanOrEqual(1);
      for (const word of words) {
        expect(word.box[0]).toBeGreaterThanOrEqual(box[0]);
        expect(word.box[3]).toBeLessThanOrEqual(box[3]);
      }
      expect(box[2]).toBeLessThanOrEqual(reading.width);
    }
  });

  it('reads nothing from an empty page', async () => {
    const reading = await readPage(await fileOf(await makePageImage([], page)), 1);
    expect(reading).toMatchObject({ text: '', turned: 0, angle: 0, lines: [] });
  });

  it('puts the words of a text layer where it reads them in the picture', async () => {
    const file = await fileOf(await makePdf([letter], page));
    const wordsOf = async (textLayer: 'auto' | 'off') =>
      (await readPage(file, 1, { textLayer })).lines.flatMap(({ words }) => words);
    const [told, read] = [await wordsOf('auto'), await wordsOf('off')];
    expect(told.map(({ text }) => text)).toEqual(read.map(({ text }) => text));
    for (const [index, { box }] of told.entries()) {
      const [left, , right] = read[index]?.box ?? [];
      expect(Math.abs(box[0] - (left ?? 0))).toBeLessThan(12);
      expect(Math.abs(box[2] - (right ?? 0))).toBeLessThan(12);
    }
  });

  it('keeps what was recognised on a scan before when it is right, and reads the scan when it is not', async () => {
    const right = await readPage(await scanWith(letter), 1);
    expect(right).toMatchObject({ text: letterText, source: 'text_layer' });
    const wrong = letter.map((line) => line.replaceAll('e', 'c').replaceAll('o', '0'));
    expect(await readPage(await scanWith(wrong), 1)).toMatchObject({ text: letterText, source: 'picture' });
    const partly = await readPage(await scanWith(letter.slice(0, 2)), 1);
    expect(partly).toMatchObject({ text: letterText, source: 'picture' });
  });

  it('keeps a sound layer in letters that it cannot read over a picture, and reads what it can', async () => {
    const background = 'q 320 0 0 120 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xf8 EI Q';
    const text = '(dehlmn cdbi akf) Tj 0 -22 Td (nfidb adhck emlc) Tj';
    const cyrillic = (code: number) => (code >= 97 ? code - 97 + 0x430 : code);
    expect(await readPage(await fileOf(pdfWithFontTable(text, cyrillic, background)), 1)).toMatchObject({
      text: 'гдзлмн вгби аке\nнеигб агзвк дмлв',
      source: 'text_layer',
    });
  });

  it('reads a row of a Hebrew layer from the right, also where it is drawn in pieces', async () => {
    const hebrew = (code: number) => (code >= 97 ? code - 97 + 0x5d0 : code);
    const pieces = '(lkji) Tj 70 0 Td (dcba) Tj -40 0 Td (hgfe) Tj';
    expect(await readPage(await fileOf(pdfWithFontTable(pieces, hebrew)), 1)).toMatchObject({
      text: 'אבגד הוזח טיךכ',
      source: 'text_layer',
    });
  });

  it('reads a page whose pictures hold text that its layer lacks', async () => {
    const pdf = await PDFDocument.load(await makePdf([['A printed line', '', '', '', '']], page));
    const picture = await pdf.embedPng(
      await makePageImage(['A line within a picture'], { ...page, pageSize: { width: 320, height: 80 } }),
    );
    pdf.getPage(0).drawImage(picture, { x: 30, y: 30, width: 320, height: 80 });
    expect(await readPage(await fileOf(await pdf.save()), 1)).toMatchObject({
      text: 'A printed line\nA line within a picture',
      source: 'picture',
    });
  });
});

/** A scan of the letter, over this text where it stands, as programs keep what they recognised. */
async function scanWith(lines: readonly string[]): Promise<string> {
  const scan = await PDFDocument.load(await makePdf([lines], page));
  const sheet = scan.getPage(0);
  // Drawn later, the picture hides the text beneath it.
  sheet.drawImage(await scan.embedPng(await makePageImage(letter, { ...page, dpi: 200 })), {
    x: 0,
    y: 0,
    ...page.pageSize,
  });
  return await fileOf(await scan.save());
}
