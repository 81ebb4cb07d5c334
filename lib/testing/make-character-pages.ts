// node lib/testing/make-character-pages.ts FOLDER [SEED] : draws pages that hold every character the English recogniser
// knows, rare ones too, in three fonts, fine and coarse, clear and blurred. For lib/engine/model/calibrate.ts: what
// it never sees, it may prune away.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { prose } from './bench-texts.ts';
import { drawPage } from './image-factory.ts';
import { between, oneOf, type Random, seededRandom } from './seeded-random.ts';
import { type FontName, typesetLines } from './typeset-page.ts';

// From "!" to "~".
const CHARACTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at));
const BRACKETS = ['()', '[]', '{}', '<>', '""', "''", '``', '//'];
const FONTS: readonly FontName[] = ['sans', 'serif', 'fixed'];
const RESOLUTIONS = [120, 200, 300];
// Of the picture's own pixels, so that print looks as blurred at every resolution.
const BLUR_PER_DPI = 1 / 200;
const LINES = 30;
const WORDS_A_LINE = 8;
const PAGE = { pageSize: { width: 480, height: 560 }, margin: 24, fontSize: 10 };

async function makeCharacterPages(folder: string, seed: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const random = seededRandom(seed);
  const words = wordsOf(prose(random));
  for (const font of FONTS) {
    for (const dpi of RESOLUTIONS) {
      const lines = Array.from({ length: LINES }, () => lineOf(random, words));
      const { pdf } = await typesetLines(lines, { ...PAGE, font });
      const { pixels, width, height } = await drawPage(pdf, dpi);
      const picture = sharp(pixels, { raw: { width, height, channels: 1 } });
      await writeFile(join(folder, `${font}-${dpi}.png`), await picture.clone().png().toBuffer());
      const blurred = picture.blur(dpi * BLUR_PER_DPI).jpeg({ quality: 40 });
      await writeFile(join(folder, `${font}-${dpi}-blurred.jpg`), await blurred.toBuffer());
    }
  }
}

function lineOf(random: Random, words: Iterator<string, never>): string {
  return Array.from({ length: WORDS_A_LINE }, () => wordOf(random, words)).join(' ');
}

// By turns as it stands in prose, in brackets, and of any characters.
function wordOf(random: Random, words: Iterator<string, never>): string {
  const kind = between(random, 0, 2);
  if (kind === 0) return words.next().value;
  if (kind === 1) {
    const [open = '', close = ''] = oneOf(random, BRACKETS);
    return `${open}${words.next().value}${close}`;
  }
  return Array.from({ length: between(random, 2, 7) }, () => oneOf(random, CHARACTERS)).join('');
}

function* wordsOf(sentences: Iterator<string, never>): Generator<string, never> {
  for (;;) yield* sentences.next().value.split(' ');
}

if (import.meta.main) {
  const [folder = '.', seed = '0'] = process.argv.slice(2);
  await makeCharacterPages(folder, Number(seed));
}
