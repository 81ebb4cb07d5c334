import { createHash, webcrypto } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasDotProducts } from './model/quantise/has-dot-products.ts';

/** What read a page: with the same version, the same file gives the same reading. */
export type EngineIdentity = { name: 'lectern'; version: string };

// What decodes, draws and computes for us; a new release of one may read differently.
const RUNTIMES = ['onnxruntime-node', 'sharp', '@hyzyla/pdfium'];

const packageSchema = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

let identity: Promise<EngineIdentity> | undefined;

/**
 * The version of this engine: that of the project, and the first twelve digits of a hash over the engine's code,
 * its weights, the releases of its runtimes and how this machine calculates. Nobody has to remember to raise it.
 * Worked out once in a process.
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
  const digest = await contentDigest(import.meta.dirname, [...runtimes, machine]);
  return { name: 'lectern', version: `${version}+${digest.slice(0, 12)}` };
}

/** A hash over all files of a folder but its tests, and over these words. */
export async function contentDigest(folder: string, words: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(words.join('\n'));
  for (const path of await filesOf(folder)) hash.update(`\n${path} ${await digestOf(join(folder, path))}`);
  return hash.digest('hex');
}

// Beside the page that is being read, not before it: there are 40 MB of weights.
async function digestOf(file: string): Promise<string> {
  const digest = await webcrypto.subtle.digest('SHA-256', await readFile(file));
  return Buffer.from(digest).toString('hex');
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/^\.|\.test\.ts$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
