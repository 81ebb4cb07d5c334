import sharp, { type Sharp } from 'sharp';
import { seededRandom } from './seeded-random.ts';

// What cameras, sensors and fax machines do to a page; the same input gives the same pixels.

type Picture = { pixels: Uint8Array; width: number; height: number };

const TABLE = { r: 118, g: 114, b: 108 };
/** How much of the table is seen around a photographed page, in pixels. */
export const TABLE_EDGE = { top: 60, bottom: 80, left: 70, right: 60 };

/** A page as a phone would take it: on a grey table, a little askew, unevenly lit, with a small sensor's noise. */
export async function photograph({ pixels, width, height }: Picture, tilt: number): Promise<Uint8Array> {
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .linear(0.82, 36)
    .toColourspace('srgb')
    .rotate(tilt, { background: TABLE })
    .extend({ ...TABLE_EDGE, background: TABLE })
    .blur(0.7)
    .raw()
    .toBuffer({ resolveWithObject: true });
  addLightAndNoise(data, info);
  return await sharp(data, { raw: info }).jpeg({ quality: 78 }).toBuffer();
}

type Layout = { width: number; height: number; channels: number };

// Darker towards the lower right, and up to 9 levels of noise.
function addLightAndNoise(pixels: Uint8Array, { width, height, channels }: Layout): void {
  const random = seededRandom(20_417);
  for (let at = 0; at < pixels.length; at += channels) {
    const pixel = at / channels;
    const light = 1.06 - 0.1 * ((pixel % width) / width) - 0.12 * (Math.floor(pixel / width) / height);
    const noise = (random() - 0.5) * 18;
    for (let channel = at; channel < at + channels; channel++) {
      pixels[channel] = Math.min(255, Math.max(0, Math.round((pixels[channel] ?? 0) * light + noise)));
    }
  }
}

/** Adds up to `levels` grey levels of noise, both ways, to each pixel of a grey picture. */
export async function addNoise(picture: Sharp, levels: number): Promise<Sharp> {
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const random = seededRandom(7_919);
  for (let at = 0; at < data.length; at++) {
    // Small noise is likelier than great: three draws together come close to a bell curve.
    const bell = (random() + random() + random()) / 1.5 - 1;
    data[at] = Math.min(255, Math.max(0, Math.round((data[at] ?? 0) + bell * levels)));
  }
  return sharp(data, { raw: info }).png();
}
