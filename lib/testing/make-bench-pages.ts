// node lib/testing/make-bench-pages.ts FOLDER PAGES : makes the pages that `npm run bench` reads when no folder
// is named. Each kind is a folder in FOLDER with up to PAGES pictures, each beside a text of what it shows.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { makePageImage } from './image-factory.ts';
import { makeSampleReceipt } from './make-samples.ts';
import { sampleReceipt, sampleReport } from './sample-texts.ts';

// As dense as A4 in 10 points is.
const LINES_A_PAGE = 48;
const WORDS_A_LINE = 13;

type Picture = { extension: 'png' | 'jpg'; bytes: Uint8Array };

/** The kinds of dense pages, by the names of their folders. */
const denseKinds: Record<string, (lines: readonly string[]) => Promise<Picture>> = {
  'clean-300-dpi': async (lines) => png(await makePageImage(lines, { fontSize: 10, dpi: 300 })),
  'clean-150-dpi': async (lines) => png(await makePageImage(lines, { fontSize: 10, dpi: 150 })),
  'jpeg-quality-40': async (lines) => {
    const clean = await makePageImage(lines, { fontSize: 10, dpi: 300 });
    return { extension: 'jpg', bytes: await sharp(clean).jpeg({ quality: 40 }).toBuffer() };
  },
  'skew-2-degrees': async (lines) => png(await makePageImage(lines, { fontSize: 10, dpi: 300, rotate: 2 })),
};

/** The lines of a dense page: the words of the sample report, from another place on for each page. */
export function denseLines(page: number): string[] {
  const paragraphs = sampleReport.flat().map(({ paragraph }) => paragraph);
  const first = (page * 3) % paragraphs.length;
  const words = [...paragraphs.slice(first), ...paragraphs.slice(0, first)].join(' ').split(' ');
  return Array.from({ length: LINES_A_PAGE }, (_, line) =>
    words.slice(line * WORDS_A_LINE, (line + 1) * WORDS_A_LINE).join(' '),
  );
}

async function makeBenchPages(folder: string, pages: number): Promise<void> {
  for (const [kind, draw] of Object.entries(denseKinds)) {
    for (let page = 0; page < pages; page++) {
      const lines = denseLines(page);
      await writePair(join(folder, kind), `page-${page + 1}`, await draw(lines), lines);
    }
  }
  const receipt: Picture = { extension: 'jpg', bytes: await makeSampleReceipt() };
  await writePair(join(folder, 'receipt'), 'receipt', receipt, sampleReceipt);
}

async function writePair(
  folder: string,
  name: string,
  { extension, bytes }: Picture,
  lines: readonly string[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.${extension}`), bytes);
  await writeFile(join(folder, `${name}.txt`), lines.join('\n'));
}

function png(bytes: Uint8Array): Picture {
  return { extension: 'png', bytes };
}

if (import.meta.main) {
  const [folder = '.', pages = '3'] = process.argv.slice(2);
  await makeBenchPages(folder, Number(pages));
}
