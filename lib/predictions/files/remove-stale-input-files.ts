import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { INPUT_FOLDER_PREFIX } from './open-input-files.ts';

/** No run lasts that long, so its process was killed. */
const STALE_MS = 24 * 3_600_000;

/** Housekeeping: removes the input files of runs that ended with their process. */
export async function removeStaleInputFiles(now: Date = new Date()): Promise<void> {
  const parent = dirname(INPUT_FOLDER_PREFIX);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(basename(INPUT_FOLDER_PREFIX))) continue;
    const path = join(parent, name);
    const found = await stat(path).catch(() => undefined);
    if (found && now.getTime() - found.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
