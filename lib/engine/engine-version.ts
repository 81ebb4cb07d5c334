import { createHash, hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasDotProducts } from './model/quantise/has-dot-products.ts';
import { tesseractReleases } from './tesseract/tesseract-releases.ts';

/** What read a page: with the same version, the same file gives the same reading. */
export type EngineIdentity = { name: 'lectern'; version: string };

// What decodes, draws and computes for us; a new release of one may read differently.
const RUNTIMES = ['onnxruntime-node', 'sharp', '@hyzyla/pdfium'];

// Outside of the engine, in contracts/, they choose the reader of a language.
const CHOICE_OF_READER = ['plan-languages.ts', 'languages.ts', 'language-table.ts', 'tesseract-packages.ts'];

const LIB = join(import.meta.dirname, '..');

// Tests and their pages, and what developers run to prune a model and to measure the ranges of its values.
const READS_NOTHING = [
  /\.test\.ts$|(^|\/)(\.|fixtures\/)/,
  /^model\/(calibrat|prune\/|quantise\/measure-ranges)/,
  /^weights\/en_PP-OCRv4_rec_infer\.onnx$/,
];

const packageSchema = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

let identity: Promise<EngineIdentity> | undefined;

/**
 * The version of this engine: that of the project, and the first twelve digits of a hash over the engine's code,
 * its weights, its choice of readers, the releases of its runtimes and of Tesseract, where installed, and how this
 * machine calculates. Nobody has to remember to raise it. Worked out once in a process.
 */
export function engineIdentity(): Promise<EngineIdentity> {
  identity ??= identify();
  return identity;
}

async function identify(): Promise<EngineIdentity> {
  const file = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const { version, dependencies } = packageSchema.parse(JSON.parse(file));
  const runtimes = RUNTIMES.map((name) => `${name}@${dependencies[name] ?? ''}`);
  const machine = `${process.platform} ${process.arch} ${(await hasDotProducts()) ? 'int8' : 'float32'}`;
  const choice = await Promise.all(CHOICE_OF_READER.map((name) => digestOf(join(LIB, 'contracts', name))));
  const words = [...runtimes, ...(await tesseractReleases()), machine, ...choice];
  const digest = await contentDigest(import.meta.dirname, words);
  return { name: 'lectern', version: `${version}+${digest.slice(0, 12)}` };
}

/** All that makes up the engine, as paths in lib/: its code, its weights, and what chooses the reader of a language. */
export async function engineFiles(): Promise<string[]> {
  const own = (await filesOf(import.meta.dirname)).map((path) => `engine/${path}`);
  return [...own, ...CHOICE_OF_READER.map((name) => `contracts/${name}`)];
}

/** A hash over all files of a folder that take part in reading, and over these words. */
export async function contentDigest(folder: string, words: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(words.join('\n'));
  for (const path of await filesOf(folder)) hash.update(`\n${path} ${await digestOf(join(folder, path))}`);
  return hash.digest('hex');
}

async function digestOf(file: string): Promise<string> {
  return hash('sha256', await readFile(file));
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !READS_NOTHING.some((pattern) => pattern.test(path)))
    .sort();
}
