// node lib/testing/make-samples.ts : makes the two sample documents that the portal offers to new users.
// Deterministic: the same libraries make the same files, so a change of the files shows a change of this
// script.
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { drawPage, makePdf, type PageLine } from './image-factory.ts';
import { type Section, sampleReceipt, sampleReport } from './sample-texts.ts';

const CHARACTERS_A_LINE = 84;
const LINES_A_PAGE = 34;

/** Ten pages with two sections and a page number each. */
export async function makeSampleReport(): Promise<Uint8Array> {
  const pages = sampleReport.map((sections, index) => {
    const lines = sections.flatMap(sectionLines);
    const gap = Array<string>(LINES_A_PAGE - lines.length).fill('');
    return [...lines, ...gap, { text: `Page ${index + 1} of ${sampleReport.length}`, fontSize: 10 }];
  });
  return await makePdf(pages, { fontSize: 12, margin: 56 });
}

function sectionLines({ heading, paragraph }: Section): PageLine[] {
  return [{ text: heading, fontSize: 18, bold: true }, '', ...wrap(paragraph, CHARACTERS_A_LINE), '', ''];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * A receipt as a phone would take it: on a grey table, a little askew, unevenly lit, with the noise of a
 * small sensor.
 */
export async function makeSampleReceipt(): Promise<Uint8Array> {
  const pageSize = { width: 236, height: 470 };
  const pdf = await makePdf([sampleReceipt], { fontSize: 11, pageSize, margin: 20, monospaced: true });
  const paper = await drawPage(pdf, 200);
  const table = { r: 118, g: 114, b: 108 };
  const { data, info } = await sharp(paper.pixels, {
    raw: { width: paper.width, height: paper.height, channels: 1 },
  })
    .linear(0.82, 36)
    .toColourspace('srgb')
    .rotate(-2.4, { background: table })
    .extend({ top: 60, bottom: 80, left: 70, right: 60, background: table })
    .blur(0.7)
    .raw()
    .toBuffer({ resolveWithObject: true });
  addLightAndNoise(data, info.width, info.height, info.channels);
  const { width, height, channels } = info;
  return await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 78 }).toBuffer();
}

// Darker towards the lower right, and up to 9 levels of noise from a small generator with a fixed seed.
function addLightAndNoise(pixels: Uint8Array, width: number, height: number, channels: number): void {
  let seed = 20_417;
  for (let at = 0; at < pixels.length; at += channels) {
    const pixel = at / channels;
    const light = 1.06 - 0.1 * ((pixel % width) / width) - 0.12 * (Math.floor(pixel / width) / height);
    // Numerical Recipes' linear congruential generator.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = (seed / 2 ** 32 - 0.5) * 18;
    for (let channel = at; channel < at + channels; channel++) {
      pixels[channel] = Math.min(255, Math.max(0, Math.round((pixels[channel] ?? 0) * light + noise)));
    }
  }
}

if (import.meta.main) {
  const folder = new URL('../documents/samples/', import.meta.url);
  await writeFile(new URL('report.pdf', folder), await makeSampleReport());
  await writeFile(new URL('receipt.jpg', folder), await makeSampleReceipt());
}
