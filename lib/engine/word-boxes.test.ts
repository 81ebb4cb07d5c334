import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNoise } from '#lib/testing/degrade-picture.ts';
import { drawPage } from '#lib/testing/image-factory.ts';
import { type FontName, typesetLines } from '#lib/testing/typeset-page.ts';
import { turnedPlace, type WordTruth, wordTruth } from '#lib/testing/word-truth.ts';
import type { Word } from './page-reading.ts';
import { readPage } from './read-page.ts';

const lines = [
  'Every page of this quiet journal was',
  'typed by Ms Whitfield, and checked in',
  'June (see pages 14-27). No copy is left,',
  'but 1,280 maps of the coast may be seen.',
];
const dpi = 300;
const layout = { fontSize: 11, pageSize: { width: 260, height: 130 }, margin: 30 };

let file = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-word-boxes-'));
  file = join(folder, 'page.png');
});
afterAll(() => rm(folder, { recursive: true }));

type Look = { font?: FontName; turn?: number; finish?(picture: Sharp): Sharp | Promise<Sharp> };

/** The words that were read on a page of that look, each with the truth of the same word. */
async function readWords({ font = 'serif', turn = 0, finish = (picture) => picture }: Look) {
  const page = await typesetLines(lines, { ...layout, font });
  const drawn = await drawPage(page.pdf, dpi);
  const { width, height, pixels } = drawn;
  const turned = sharp(pixels, { raw: { width, height, channels: 1 } })
    .rotate(turn, { background: 'white' })
    .toColourspace('b-w');
  await writeFile(file, await (await finish(sharp(await turned.png().toBuffer()))).png().toBuffer());
  const read = (await readPage(file, 1)).lines.flatMap((line) => line.words);
  const truth = wordTruth(drawn, dpi, page.words, turnedPlace(drawn, turn));
  return truth.flatMap((word) => {
    const found = read.find(({ text, box }) => text === word.text && overlaps(box, word.box));
    return found ? [{ found, word }] : [];
  });
}

function overlaps(a: Word['box'], b: WordTruth['box']): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

describe('the box of a word', { timeout: 60_000 }, () => {
  it.each<[string, Look]>([
    ['in sans', { font: 'sans' }],
    ['in serif', {}],
    ['askew by 3 degrees', { turn: -3 }],
    ['askew by 12 degrees', { turn: 12, font: 'sans' }],
    ['in noise', { finish: (picture) => addNoise(picture, 90) }],
    ['light on dark', { finish: (picture) => picture.negate() }],
    ['out of focus', { finish: (picture) => picture.blur(1.8) }],
    [
      'saved with JPEG artefacts',
      { finish: async (picture) => sharp(await picture.jpeg({ quality: 40 }).toBuffer()) },
    ],
  ])('is true to 3 pixels at 300 dpi on every edge: %s', async (_, look) => {
    const words = await readWords(look);
    expect(words.length).toBeGreaterThan(24);
    for (const edge of [0, 1, 2, 3] as const) {
      const errors = words.map(({ found, word }) => Math.abs(found.box[edge] - word.box[edge]));
      const sorted = errors.sort((a, b) => a - b);
      expect(sorted[Math.floor(0.95 * sorted.length)]).toBeLessThanOrEqual(3);
    }
  });
});
