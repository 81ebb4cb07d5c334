// node lib/testing/make-bench-pages.ts FOLDER PAGES [SEED] : makes the pages that `npm run bench:ocr` reads. Each
// kind is a folder in FOLDER with PAGES pictures, each beside a text of what it shows (page.txt, in reading
// order) and the boxes of its words (page.words.json). The same seed makes the same pages.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { prose, receiptLines } from './bench-texts.ts';
import { addNoise, photograph, TABLE_EDGE } from './degrade-picture.ts';
import { drawPage } from './image-factory.ts';
import { oneOf, type Random, seededRandom } from './seeded-random.ts';
import { type FontName, type TypesetPage, typesetLines, typesetProse } from './typeset-page.ts';
import { turnedPlace, type WordTruth, wordTruth } from './word-truth.ts';

export type BenchPicture = { extension: 'png' | 'jpg'; bytes: Uint8Array; text: string; words: WordTruth[] };

type Drawn = { pixels: Uint8Array; width: number; height: number };
type DenseKind = {
  dpi: number;
  columns?: number;
  turn?: number;
  finish?(picture: Sharp): Promise<Sharp> | Sharp;
};

const A4 = { width: 595, height: 842 };
const FONTS: readonly FontName[] = ['sans', 'serif'];
const RECEIPT_TILT = -2.4;

const denseKinds: Record<string, DenseKind> = {
  'dense-300-dpi': { dpi: 300 },
  'dense-150-dpi': { dpi: 150 },
  'dense-jpeg-40': { dpi: 300, finish: (picture) => picture.jpeg({ quality: 40 }) },
  'dense-noise': { dpi: 300, finish: (picture) => addNoise(picture, 90) },
  'dense-blur': { dpi: 300, finish: (picture) => picture.blur(1.8) },
  'dense-skew-2': { dpi: 300, turn: 2 },
  'dense-rough': {
    dpi: 110,
    finish: async (picture) => (await addNoise(picture.blur(0.8), 80)).jpeg({ quality: 30 }),
  },
  'columns-2': { dpi: 300, columns: 2 },
  'columns-3': { dpi: 300, columns: 3 },
};

/** The names of the kinds of pages there are. */
export const benchKinds: readonly string[] = [...Object.keys(denseKinds), 'receipts'];

/** One page of a kind. Its text depends on the seed alone, so degraded kinds show the text of the clean one. */
export async function makeBenchPicture(kind: string, seed: number): Promise<BenchPicture> {
  const random = seededRandom(seed);
  const dense = denseKinds[kind];
  return dense ? await makeDense(random, seed, dense) : await makeReceipt(random);
}

async function makeDense(random: Random, seed: number, kind: DenseKind): Promise<BenchPicture> {
  const { dpi, columns = 1, turn = 0, finish = (picture: Sharp) => picture } = kind;
  const font = FONTS[seed % FONTS.length] ?? 'sans';
  // As dense as A4 in 10 points is; narrow columns in 9.
  const fontSize = columns > 2 ? 9 : 10;
  const page = await typesetProse(prose(random), columns, { font, fontSize, pageSize: A4, margin: 50 });
  const drawn = await drawPage(page.pdf, dpi);
  const turned = rawSharp(drawn).rotate(turn, { background: 'white' }).toColourspace('b-w');
  const finished = await finish(sharp(await turned.png().toBuffer()));
  const { data, info } = await finished.toBuffer({ resolveWithObject: true });
  return {
    extension: info.format === 'jpeg' ? 'jpg' : 'png',
    bytes: data,
    text: page.text,
    words: wordTruth(drawn, dpi, page.words, turnedPlace(drawn, turn)),
  };
}

async function makeReceipt(random: Random): Promise<BenchPicture> {
  const dpi = oneOf(random, [130, 160, 200]);
  const page = await typesetReceipt(random);
  const drawn = await drawPage(page.pdf, dpi);
  const tilted = turnedPlace(drawn, RECEIPT_TILT);
  return {
    extension: 'jpg',
    bytes: await photograph(drawn, RECEIPT_TILT),
    text: page.text.replace(/\n+/g, '\n'),
    words: wordTruth(drawn, dpi, page.words, (x, y) => {
      const [tiltedX, tiltedY] = tilted(x, y);
      return [tiltedX + TABLE_EDGE.left, tiltedY + TABLE_EDGE.top];
    }),
  };
}

async function typesetReceipt(random: Random): Promise<TypesetPage> {
  const lines = receiptLines(random);
  const pageSize = { width: 236, height: 40 + lines.length * 15 };
  return await typesetLines(lines, { font: 'fixed', fontSize: 10.5, pageSize, margin: 20 });
}

function rawSharp({ pixels, width, height }: Drawn): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } });
}

async function makeBenchPages(folder: string, pages: number, firstSeed: number): Promise<void> {
  for (const kind of benchKinds) {
    await mkdir(join(folder, kind), { recursive: true });
    for (let page = 1; page <= pages; page++) {
      const { extension, bytes, text, words } = await makeBenchPicture(kind, firstSeed + page);
      const path = join(folder, kind, `page-${page}`);
      await writeFile(`${path}.${extension}`, bytes);
      await writeFile(`${path}.txt`, text);
      await writeFile(`${path}.words.json`, JSON.stringify(words));
    }
  }
}

if (import.meta.main) {
  const [folder = '.', pages = '3', seed = '0'] = process.argv.slice(2);
  await makeBenchPages(folder, Number(pages), Number(seed));
}
