// The entry of the process that prepares the engine: writes what children load at their start, all of it or nothing.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelFiles } from '../model/model-files.ts';
import { prepareModel } from '../model/prepare-model.ts';
import { codeWithoutTypes } from './code-without-types.ts';
import { CODE_FILE, DIGESTS_FILE, digestOf, findPrepared } from './prepared-engine.ts';

const [root = '', version = ''] = process.argv.slice(2);
// For its owner alone, under a name that is never looked for.
const folder = await mkdtemp(join(root, '.'));
try {
  const digests: Record<string, string> = {};
  for (const [name, content] of await filesToWrite()) {
    digests[name] = digestOf(content);
    await write(name, content);
  }
  await write(DIGESTS_FILE, Buffer.from(JSON.stringify(digests)));
  await giveName();
} finally {
  await rm(folder, { recursive: true, force: true });
}

// A name that is taken stands for what another process has just finished, which stays, or for something broken.
async function giveName(): Promise<void> {
  const finished = join(root, version);
  const isNamed = await rename(folder, finished).then(
    () => true,
    () => false,
  );
  if (isNamed || (await findPrepared(root, version))) return;
  await rm(finished, { recursive: true, force: true });
  await rename(folder, finished);
}

async function filesToWrite(): Promise<[name: string, content: Uint8Array][]> {
  const code = Buffer.from(JSON.stringify(await codeWithoutTypes()));
  const graphs = modelFiles.map(
    async (name): Promise<[string, Uint8Array]> => [name, await prepareModel(name)],
  );
  return [[CODE_FILE, code], ...(await Promise.all(graphs))];
}

// On the disk before it gets its name: a machine that loses its power leaves no half of it.
async function write(name: string, content: Uint8Array): Promise<void> {
  await writeFile(join(folder, name), content, { mode: 0o600, flush: true });
}
