import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { boxSchema } from '#lib/contracts/page-reading.ts';
import { errorCode, OperatorError } from '../operator-error.ts';
import type { BoxedWord } from './box-errors.ts';

/** A picture, what it shows, and for pages that were drawn for the bench where each word stands. */
export type BenchPage = { file: string; truth: string; words: BoxedWord[] | null };
export type PageSet = { name: string; pages: BenchPage[] };

const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp']);
const wordsSchema = z.array(z.object({ text: z.string(), box: boxSchema }));

/**
 * The sets of pages in a folder: its images beside which a text file of the same name holds what they show, or
 * each of its folders that holds such. In the order of their names, at most `limit` pages of each set; images
 * without a text are left out.
 */
export async function pageSetsOf(folder: string, limit = Infinity): Promise<PageSet[]> {
  const names = await listFolder(folder);
  const inside = await Promise.all(names.map((name) => pageSetIn(join(folder, name), limit)));
  const sets = [await pageSetIn(folder, limit), ...inside].filter((set) => set.pages.length > 0);
  if (sets.length > 0) return sets;
  throw new OperatorError(
    `${folder} and its folders hold no image with a text file of the same name (page.png and page.txt).`,
  );
}

async function pageSetIn(folder: string, limit: number): Promise<PageSet> {
  const names = await listFolder(folder).catch((): string[] => []);
  const pairs = names.filter(
    (name) => IMAGES.has(extname(name).toLowerCase()) && names.includes(besides(name, 'txt')),
  );
  const pages = pairs.slice(0, limit).map(async (name) => {
    const words = besides(name, 'words.json');
    return {
      file: join(folder, name),
      truth: await readFile(join(folder, besides(name, 'txt')), 'utf8'),
      words: names.includes(words) ? await readWords(join(folder, words)) : null,
    };
  });
  return { name: basename(resolve(folder)), pages: await Promise.all(pages) };
}

async function readWords(file: string): Promise<BoxedWord[]> {
  return wordsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw new OperatorError(`${folder} cannot be listed (${errorCode(error)}). Name a folder of pages.`);
  }
}

function besides(image: string, extension: string): string {
  return `${image.slice(0, -extname(image).length)}.${extension}`;
}
