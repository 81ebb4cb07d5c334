import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { engineFiles } from '../engine-version.ts';

/** The engine's code as Node runs it, by the paths of its files in lib/. */
export async function codeWithoutTypes(): Promise<Record<string, string>> {
  const lib = join(import.meta.dirname, '../..');
  const paths = (await engineFiles()).filter((path) => path.endsWith('.ts'));
  const code = paths.map(async (path) => {
    const source = await readFile(join(lib, path), 'utf8');
    return [path, stripTypeScriptTypes(source)] as const;
  });
  return Object.fromEntries(await Promise.all(code));
}
