import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { errorCode, OperatorError } from '../operator-error.ts';

export type BenchPage = { file: string; truth: string };
export type PageSet = { name: string; pages: BenchPage[] };

const IMAGES = new Set(['.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp']);

/**
 * The images of a folder beside which a text file of the same name holds what they show, in the order of
 * their names, at most `limit`. Images without a text are left out.
 */
export async function pageSetOf(folder: string, limit = Infinity): Promise<PageSet> {
  const names = await listFolder(folder);
  const pairs = names.filter(
    (name) => IMAGES.has(extname(name).toLowerCase()) && names.includes(textOf(name)),
  );
  if (pairs.length === 0) {
    throw new OperatorError(
      `${folder} holds no image with a text file of the same name (page.png and page.txt).`,
    );
  }
  const pages = pairs.slice(0, limit).map(async (name) => ({
    file: join(folder, name),
    truth: await readFile(join(folder, textOf(name)), 'utf8'),
  }));
  return { name: basename(resolve(folder)), pages: await Promise.all(pages) };
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw new OperatorError(`${folder} cannot be listed (${errorCode(error)}). Name a folder of pages.`);
  }
}

function textOf(image: string): string {
  return `${image.slice(0, -extname(image).length)}.txt`;
}
