import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePageImage } from '#lib/testing/image-factory.ts';
import type { PageReading } from './page-reading.ts';
import { readPage } from './read-page.ts';

// What holds of any page. Each run reads small pages, so few runs must do. The seed makes them the same ones
// each time; another seed tries others.
const runs = { numRuns: 6, seed: 1902 };

const WORDS = [
  'Harbour',
  'library',
  'opened',
  'on',
  'Saturdays',
  'and',
  'counted',
  'many',
  'visits',
  'paper',
  '1902',
];

let file = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-properties-'));
  file = join(folder, 'page.png');
});
afterAll(() => rm(folder, { recursive: true }));

const pages = fc.array(
  fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 6 }).map((words) => words.join(' ')),
  { minLength: 2, maxLength: 5 },
);

function draw(lines: readonly string[]): Promise<Uint8Array> {
  return makePageImage(lines, { pageSize: { width: 380, height: 160 }, margin: 30, fontSize: 13 });
}

async function read(picture: Sharp): Promise<PageReading> {
  await writeFile(file, await picture.png().toBuffer());
  return await readPage(file, 1);
}

function wordsOf({ text }: PageReading): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

describe('reading any page', { timeout: 120_000 }, () => {
  it('gives the same text after any quarter turn', async () => {
    await fc.assert(
      fc.asyncProperty(pages, fc.constantFrom(90, 180, 270), async (lines, turn) => {
        const picture = await draw(lines);
        const upright = await read(sharp(picture));
        const turned = await read(sharp(picture).rotate(turn));
        expect(upright.text).toBe(lines.join('\n'));
        expect(turned.text).toBe(upright.text);
        expect(turned.turned).toBe(360 - turn);
      }),
      runs,
    );
  });

  it('gives the same text whatever empty paper surrounds it, and boxes that move along', async () => {
    const edge = fc.integer({ min: 0, max: 150 });
    await fc.assert(
      fc.asyncProperty(pages, edge, edge, edge, edge, async (lines, top, right, bottom, left) => {
        const picture = await draw(lines);
        const bare = await read(sharp(picture));
        const padded = await read(sharp(picture).extend({ top, right, bottom, left, background: 'white' }));
        expect(padded.text).toBe(bare.text);
        const words = bare.lines.flatMap((line) => line.words);
        for (const [index, { box }] of padded.lines.flatMap((line) => line.words).entries()) {
          const [x0 = 0, y0 = 0] = words[index]?.box ?? [];
          expect(Math.abs(box[0] - x0 - left)).toBeLessThanOrEqual(3);
          expect(Math.abs(box[1] - y0 - top)).toBeLessThanOrEqual(3);
        }
      }),
      runs,
    );
  });

  // Words only: next to a cut the model now and then sees a full stop.
  it('reads the words of a long line, which is cut into pieces, like its halves below each other', async () => {
    const words = fc.array(fc.constantFrom(...WORDS), { minLength: 16, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(words, async (line) => {
        const middle = line.length >> 1;
        const halves = [line.slice(0, middle).join(' '), line.slice(middle).join(' ')];
        const wide = { pageSize: { width: 1_100, height: 100 }, margin: 30, fontSize: 13 };
        const whole = await read(sharp(await makePageImage([line.join(' ')], wide)));
        const parted = await read(sharp(await makePageImage(halves, wide)));
        expect(wordsOf(whole)).toEqual(wordsOf(parted));
      }),
      runs,
    );
  });

  it('puts every box on the page, the words inside of their line', async () => {
    await fc.assert(
      fc.asyncProperty(
        pages,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: -8, max: 8 }),
        async (lines, cut, tilt) => {
          // Cutting into the page puts letters onto its very edge.
          const tilted = sharp(
            await sharp(await draw(lines))
              .rotate(tilt, { background: 'white' })
              .png()
              .toBuffer(),
          );
          const { width, height } = await tilted.metadata();
          const reading = await read(
            tilted.extract({ left: cut, top: cut, width: width - cut, height: height - cut }),
          );
          for (const line of reading.lines) {
            const [x0, y0, x1, y1] = line.box;
            expect(x0).toBeGreaterThanOrEqual(0);
            expect(y0).toBeGreaterThanOrEqual(0);
            expect(x1).toBeLessThanOrEqual(reading.width);
            expect(y1).toBeLessThanOrEqual(reading.height);
            for (const { box } of line.words) {
              expect(box[0]).toBeGreaterThanOrEqual(x0);
              expect(box[1]).toBeGreaterThanOrEqual(y0);
              expect(box[2]).toBeLessThanOrEqual(x1);
              expect(box[3]).toBeLessThanOrEqual(y1);
              expect(box[2]).toBeGreaterThan(box[0]);
              expect(box[3]).toBeGreaterThan(box[1]);
            }
          }
        },
      ),
      runs,
    );
  });
});
