import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeColouredPage, makeSidebarPage, makeStampedPage } from '#lib/testing/hard-pages.ts';
import { makePageImage } from '#lib/testing/image-factory.ts';
import type { PageReading } from './page-reading.ts';
import { readPage } from './read-page.ts';

const lines = [
  'Larkspur Stationery Ltd',
  '14 Harbour Street, Wexcombe',
  'Dear Ms Whitfield,',
  'thank you for your order of 27 March 2031.',
  'We sent 12 boxes (A4, 80 g) by rail today.',
  'The amount of $1,284.50 is due in 30 days.',
  'Please quote 4471-B when you write to us.',
];
const text = lines.join('\n');
const white = rgb(1, 1, 1);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-hard-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(picture: Uint8Array): Promise<PageReading> {
  const file = join(folder, 'file');
  await writeFile(file, picture);
  return await readPage(file, 1);
}

function plainPage(rotate = 0): Promise<Uint8Array> {
  return makePageImage(lines, { pageSize: { width: 380, height: 200 }, margin: 30, fontSize: 13, rotate });
}

/** The plain page with other values: each pixel's (0 to 1) and its place (0 to 1 from left and top). */
async function relit(light: (value: number, x: number, y: number) => number): Promise<Uint8Array> {
  const { data, info } = await sharp(await plainPage())
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const pixels = Uint8Array.from(data, (value, at) =>
    Math.round(255 * light(value / 255, (at % width) / width, Math.floor(at / width) / height)),
  );
  return await sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

function wordsOf(reading: string): string[] {
  return reading.match(/[\p{L}\p{N}]+/gu) ?? [];
}

// Loading the models and reading take seconds on a busy machine.
describe('readPage', { timeout: 60_000 }, () => {
  it.each([2, 5, 10, 15, -2, -5, -10, -15])(
    'reads a page skewed by %i degrees like a straight one',
    async (skew) => {
      const reading = await read(await plainPage(skew));
      expect(reading.text).toBe(text);
      expect(Math.abs(reading.angle - skew)).toBeLessThan(0.6);
    },
  );

  it.each([
    ['white on dark', (value: number) => 1 - value],
    ['white on grey', (value: number) => 0.75 - value / 4],
    ['18 of 256 levels from its paper', (value: number) => 0.7 + value * 0.07],
    ['in the dark', (value: number) => 0.08 + value * 0.12],
    ['under a shadow that deepens', (value: number, x: number) => (0.1 + 0.8 * value) * (1 - 0.75 * x)],
    ['half in a sharp shadow', (value: number, x: number, y: number) => value * (x + y > 1 ? 0.3 : 1)],
  ])('reads print %s', async (_, light) => {
    expect(wordsOf((await read(await relit(light))).text)).toEqual(wordsOf(text));
  });

  it.each([
    ['white on blue', { ink: white, ground: rgb(0.1, 0.15, 0.3) }],
    ['red on green of the same lightness', { ink: rgb(0.8, 0.19, 0.2), ground: rgb(0.18, 0.5, 0.2) }],
    ['blue on red', { ink: rgb(0.2, 0.25, 0.9), ground: rgb(0.75, 0.15, 0.15) }],
    ['yellow on white', { ink: rgb(0.95, 0.85, 0.1), ground: white }],
    ['black on yellow', { ink: rgb(0, 0, 0), ground: rgb(0.95, 0.9, 0.4) }],
    ['white on a blue block of a white page', { ink: white, ground: rgb(0.1, 0.15, 0.3), groundLines: 3 }],
  ])('reads text %s', async (_, colouring) => {
    expect(wordsOf((await read(await makeColouredPage(lines, colouring))).text)).toEqual(wordsOf(text));
  });

  it('reads what lies under a red stamp', async () => {
    const found = wordsOf((await read(await makeStampedPage(lines))).text);
    expect(found).toEqual(expect.arrayContaining(wordsOf(text)));
  });

  it('reads the roll of a till, 14,000 pixels long, as well as its first part', async () => {
    const roll = { pageSize: { width: 340, height: 6_750 }, margin: 20, fontSize: 13 };
    expect((await read(await makePageImage(lines, roll))).text).toBe(text);
  });

  it.each([90, -90] as const)('reads a line that runs along the side by %i degrees', async (direction) => {
    const sidebar = 'Filed under invoices 2031';
    const reading = await read(await makeSidebarPage(lines, sidebar, direction));
    expect(reading.turned).toBe(0);
    expect(reading.lines.map((line) => line.text).toSorted()).toEqual([...lines, sidebar].toSorted());
    const words = reading.lines.find((line) => line.text === sidebar)?.words ?? [];
    const tops = words.map(({ box: [, top] }) => top);
    expect(tops).toEqual(tops.toSorted((a, b) => (direction === 90 ? b - a : a - b)));
  });
});
