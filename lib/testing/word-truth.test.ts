import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPage } from './image-factory.ts';
import { typesetLines } from './typeset-page.ts';
import { turnedPlace, type WordTruth, wordTruth } from './word-truth.ts';

const options = { font: 'serif', fontSize: 12, pageSize: { width: 200, height: 100 }, margin: 20 } as const;
const dpi = 300;

/** Ink outside of every box, in pixels: what a box that is too small would leave over. */
function inkOutside(pixels: Uint8Array, width: number, words: readonly WordTruth[]): number {
  let outside = 0;
  pixels.forEach((value, at) => {
    const x = (at % width) + 0.5;
    const y = Math.floor(at / width) + 0.5;
    if (
      value < 128 &&
      !words.some(({ box }) => x > box[0] - 1 && y > box[1] - 1 && x < box[2] + 1 && y < box[3] + 1)
    )
      outside++;
  });
  return outside;
}

describe('wordTruth', () => {
  it('holds all ink of each word, and is as small as its letters', async () => {
    const page = await typesetLines(['Type jig', 'a  b,'], options);
    const picture = await drawPage(page.pdf, dpi);
    const words = wordTruth(picture, dpi, page.words);
    expect(words.map(({ text }) => text)).toEqual(['Type', 'jig', 'a', 'b,']);
    expect(inkOutside(picture.pixels, picture.width, words)).toBe(0);
    const heights = words.map(({ box }) => box[3] - box[1]);
    // The letter a is as high as letters are without ascenders: 0.46 of Times' size.
    expect(Math.abs((heights[2] ?? 0) - 0.46 * 12 * (dpi / 72))).toBeLessThan(2);
    expect(Math.max(...heights)).toBeLessThan(12 * (dpi / 72));
  });

  it('says where the words lie in a turned picture', async () => {
    const page = await typesetLines(['Type jig', 'lower Line'], options);
    const picture = await drawPage(page.pdf, dpi);
    const { width, height } = picture;
    const words = wordTruth(picture, dpi, page.words, turnedPlace(picture, 9));
    const { data, info } = await sharp(picture.pixels, { raw: { width, height, channels: 1 } })
      .rotate(9, { background: 'white' })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(inkOutside(data, info.width, words)).toBe(0);
  });
});
