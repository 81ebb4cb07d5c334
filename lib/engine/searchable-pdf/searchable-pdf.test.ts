import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLockedPdf } from '#lib/testing/encrypted-pdf.ts';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { scanWithLayer } from '#lib/testing/scan-with-layer.ts';
import { textOfPdf } from '#lib/testing/text-of-pdf.ts';
import { openImagePage } from '../open/image-file.ts';
import { renderPdfPage, withPdfPage } from '../open/pdf-file.ts';
import type { PdfCharacter } from '../open/pdfium-characters.ts';
import type { Box, QuarterTurns } from '../page-reading.ts';
import { searchablePdf } from './searchable-pdf.ts';
import type { LayerLine, LayerWord, TextLayer } from './text-layer.ts';

let folder = '';
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-searchable-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, `file ${files++}`);
  await writeFile(file, bytes);
  return file;
}

/** A line of words 40 pixels high, each as wide as its letters need. */
function lineAt(left: number, top: number, ...texts: string[]): LayerLine {
  let at = left;
  const words = texts.map((text) => {
    const box: Box = [at, top, at + 22 * [...text].length, top + 40];
    at = box[2] + 18;
    return { text, box };
  });
  return { text: texts.join(' '), box: [left, top, at - 18, top + 40], words };
}

const lines = [lineAt(120, 100, 'Invoice', 'number', '4711'), lineAt(130, 300, 'Total', 'of', 'goods')];

function layerOf(page: number, width: number, height: number, more: Partial<TextLayer> = {}): TextLayer {
  return { page, width, height, turned: 0, lines, ...more };
}

async function written(file: string, layers: TextLayer[], pages?: number[]): Promise<Uint8Array> {
  const { follows, bytes } = await searchablePdf(file, layers, pages);
  return follows ? Buffer.concat([await readFile(file), bytes]) : bytes;
}

/** Where PDFium finds the words without ink of a page, in pixels of the upright picture. */
async function placedWords(pdf: Uint8Array, layer: TextLayer, page = 1): Promise<LayerWord[]> {
  return await wordsOf(await fileOf(pdf), layer, page, ({ invisible }) => invisible);
}

function wordsOf(
  file: string,
  layer: TextLayer,
  page: number,
  counts: (character: PdfCharacter) => boolean,
): Promise<LayerWord[]> {
  return withPdfPage(file, page, undefined, (opened) => {
    const { a, b, c, d, e, f } = opened.transformTo(layer, layer.turned);
    const words: LayerWord[] = [];
    let isWithin = false;
    for (const character of opened.characters() ?? []) {
      const isLetter = character.code > 32 && counts(character);
      if (isLetter) {
        const [left, bottom, right, top] = character.box;
        const xs = [a * left + c * bottom + e, a * right + c * top + e];
        const ys = [b * left + d * bottom + f, b * right + d * top + f];
        const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
        const word = isWithin ? words.pop() : undefined;
        const letter = String.fromCodePoint(character.code);
        words.push(word ? { text: word.text + letter, box: union(word.box, box) } : { text: letter, box });
      }
      isWithin = isLetter;
    }
    return words;
  });
}

function union(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** Within three pixels. */
function expectPlaces(found: readonly LayerWord[], wanted: readonly LayerWord[]): void {
  expect(found.map(({ text }) => text)).toEqual(wanted.map(({ text }) => text));
  const furthest = found.flatMap(({ box }, word) =>
    box.map((value, side) => Math.abs(value - (wanted[word]?.box[side] ?? Number.NaN))),
  );
  expect(Math.max(...furthest)).toBeLessThan(3);
}

const wantedWords = lines.flatMap(({ words }) => words);
const A4 = { width: 2480, height: 3508 };

describe('the PDF of an image', () => {
  it('holds the bytes of a JPEG untouched, and every word within three pixels of its place', async () => {
    const jpeg = await makePageImage(['Total'], { dpi: 300, format: 'jpeg' });
    const withDensity = await sharp(jpeg).withMetadata({ density: 300 }).jpeg().toBuffer();
    const { width = 0, height = 0 } = await sharp(withDensity).metadata();
    const layer = layerOf(1, width, height);
    const pdf = await written(await fileOf(withDensity), [layer]);
    expect(Buffer.from(pdf).includes(withDensity)).toBe(true);
    expectPlaces(await placedWords(pdf, layer), wantedWords);
    expect((await PDFDocument.load(pdf)).getPage(0).getWidth()).toBeCloseTo(595, 0);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'stands as a viewer shows it, EXIF orientation %i',
    async (orientation) => {
      const jpeg = await sharp(
        await makePageImage(['Up and left'], { pageSize: { width: 200, height: 120 } }),
      )
        .withMetadata({ orientation })
        .jpeg()
        .toBuffer();
      const file = await fileOf(jpeg);
      const { width, height } = await openImagePage(file, 'jpeg', 1);
      const layer = layerOf(1, width, height, { lines: [lineAt(20, 30, 'Up')] });
      const pdf = await written(file, [layer]);
      expect(Buffer.from(pdf).includes(jpeg)).toBe(true);
      const drawn = await renderPdfPage(await fileOf(pdf), 1, () => ({ width, height }), 'grey');
      const shown = await sharp(jpeg).autoOrient().toColourspace('b-w').raw().toBuffer();
      expect(meanDifference(drawn.pixels, shown)).toBeLessThan(4);
      expectPlaces(await placedWords(pdf, layer), [{ text: 'Up', box: [20, 30, 64, 70] }]);
    },
  );

  it.each([0, 90, 180, 270] as const)(
    'has the words where they are read when it was turned by %i',
    async (turned) => {
      const file = await fileOf(
        await makePageImage(['On its side'], { pageSize: { width: 400, height: 300 } }),
      );
      const { width, height } = await openImagePage(file, 'png', 1);
      const size = turned % 180 === 0 ? { width, height } : { width: height, height: width };
      const layer = layerOf(1, size.width, size.height, { turned, lines: [lineAt(50, 60, 'Side', 'ways')] });
      // The page itself is turned: it stands upright.
      const upright = { ...layer, turned: 0 as const };
      expectPlaces(await placedWords(await written(file, [layer]), upright), layer.lines[0]?.words ?? []);
    },
  );
});

describe('the PDF of a PDF', () => {
  it('begins with the bytes of the original and has every word within three pixels of its place', async () => {
    const original = await makePdf([['First'], ['Second']]);
    const layers = [layerOf(1, A4.width, A4.height), layerOf(2, A4.width, A4.height)];
    const pdf = await written(await fileOf(original), layers);
    expect(Buffer.from(pdf.subarray(0, original.length)).equals(Buffer.from(original))).toBe(true);
    for (const layer of layers) expectPlaces(await placedWords(pdf, layer, layer.page), wantedWords);
    expect(await textOfPdf(pdf)).toEqual([
      expect.stringContaining('Total of goods'),
      expect.stringContaining('4711'),
    ]);
  });

  it.each([0, 90, 180, 270] as const)(
    'follows a page that is rotated by %i, cropped and turned',
    async (rotation) => {
      const document = await PDFDocument.load(await makePdf([['Cropped']]));
      const page = document.getPage(0);
      page.setRotation(degrees(rotation));
      page.setCropBox(40, 60, 400, 500);
      const file = await fileOf(await document.save());
      const turned: QuarterTurns = 90;
      const size = await withPdfPage(file, 1, undefined, (opened) => opened.size);
      const [width, height] = [Math.round(size.height * 4), Math.round(size.width * 4)];
      const layer = layerOf(1, width, height, { turned });
      expectPlaces(await placedWords(await written(file, [layer]), layer), wantedWords);
    },
  );

  it('holds text of every script as it was read', async () => {
    const scripts = [
      ['Grüße', 'Ελλάδα', 'Привет'],
      ['日本語', '한국어', '𝔘ber'],
      ['naïve', '—', 'a'],
    ];
    const drawn = scripts.map((texts, row) => lineAt(100, 100 + 100 * row, ...texts));
    const file = await fileOf(await makePdf([[]]));
    const [text] = await textOfPdf(await written(file, [layerOf(1, A4.width, A4.height, { lines: drawn })]));
    expect(text?.split('\n')).toEqual(scripts.map((texts) => texts.join(' ')));
  });

  it('holds lines that run from the right in the order in which they are read', async () => {
    const words = [
      { text: 'שלום', box: [600, 100, 700, 140] as Box },
      { text: 'עולם', box: [480, 100, 580, 140] as Box },
    ];
    const line = { text: 'שלום עולם', box: [480, 100, 700, 140] as Box, words };
    const layer = layerOf(1, A4.width, A4.height, { lines: [line] });
    const pdf = await written(await fileOf(await makePdf([[]])), [layer]);
    expect((await textOfPdf(pdf))[0]?.trim()).toBe('שלום עולם');
  });

  it('has no blanks between words where the line has none', async () => {
    const words = ['日本', '語の'].map((text, index) => ({
      text,
      box: [100 + 90 * index, 100, 180 + 90 * index, 140] as Box,
    }));
    const line = { text: '日本語の', box: [100, 100, 270, 140] as Box, words };
    const layer = layerOf(1, A4.width, A4.height, { lines: [line] });
    const pdf = await written(await fileOf(await makePdf([[]])), [layer]);
    expect((await textOfPdf(pdf))[0]?.trim()).toBe('日本語の');
  });

  it('loses the invisible text of an earlier program, also in forms, and nothing that is seen', async () => {
    const file = await fileOf(await scanWithLayer('Tota1 of g00ds'));
    expect((await textOfPdf(await readFile(file)))[0]).toContain('Tota1 of g00ds');
    const pdf = await written(file, [layerOf(1, A4.width, A4.height)]);
    const [text = ''] = await textOfPdf(pdf);
    expect(text).toContain('Total of goods');
    expect(text).not.toContain('Tota1');
    expect(text).toContain('Stamped');
    const size = () => ({ width: 595, height: 842 });
    const [before, after] = [
      await renderPdfPage(file, 1, size, 'grey'),
      await renderPdfPage(await fileOf(pdf), 1, size, 'grey'),
    ];
    expect(Buffer.from(after.pixels).equals(Buffer.from(before.pixels))).toBe(true);
  });

  it('adds only what the page does not show itself', async () => {
    const file = await fileOf(await makePdf([['The form was sent'], ['Untouched']]));
    const layer = await layerOfShown(file, { form: 'from' });
    const [text = '', untouched] = await textOfPdf(await written(file, [layer]));
    expect(text.match(/The/g)).toHaveLength(1);
    expect(text.match(/sent/g)).toHaveLength(1);
    expect(text).toContain('from');
    expect(untouched?.trim()).toBe('Untouched');
  });

  it('can be some of the pages', async () => {
    const file = await fileOf(await makePdf([['One'], ['Two'], ['Three']]));
    const pdf = await written(file, [layerOf(3, A4.width, A4.height)], [1, 3]);
    const texts = await textOfPdf(pdf);
    expect(texts).toHaveLength(2);
    expect(texts[0]?.trim()).toBe('One');
    expect(texts[1]).toContain('Invoice number 4711');
  });

  it('is written anew where the original is encrypted for changes, or damaged', async () => {
    const locked = makeLockedPdf('Protected', '', 'owner');
    const intact = await makePdf([['Broken index']]);
    const damaged = Buffer.from(
      Buffer.from(intact)
        .toString('latin1')
        .replace(/startxref[\s\S]*/, ''),
      'latin1',
    );
    for (const original of [locked, damaged]) {
      const file = await fileOf(original);
      const [text] = await textOfPdf(await written(file, [layerOf(1, A4.width, A4.height)]));
      expect(text).toContain('Total of goods');
    }
  });

  it('opens and is searched in pdf.js', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const jpeg = await makePageImage(['Total'], { dpi: 150, format: 'jpeg' });
    for (const original of [await makePdf([['Original']]), jpeg]) {
      const pdf = await written(await fileOf(original), [layerOf(1, A4.width, A4.height)]);
      const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
      const opened = await loading.promise;
      const { items } = await (await opened.getPage(1)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      expect(text).toContain('Invoice number 4711\nTotal of goods');
      await loading.destroy();
    }
  });
});

/** A layer of the words that the first page shows, some of them corrected. */
async function layerOfShown(file: string, corrections: Record<string, string>): Promise<TextLayer> {
  const layer = layerOf(1, A4.width, A4.height);
  const shown = await wordsOf(file, layer, 1, () => true);
  const words = shown.map(({ text, box }) => ({ text: corrections[text] ?? text, box }));
  const box = words.map((word) => word.box).reduce(union);
  return { ...layer, lines: [{ text: words.map(({ text }) => text).join(' '), box, words }] };
}

function meanDifference(one: Uint8Array, other: Uint8Array): number {
  expect(one).toHaveLength(other.length);
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length;
}
