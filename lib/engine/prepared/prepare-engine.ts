import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { engineIdentity } from '../engine-version.ts';
import { findPrepared, type PreparedEngine } from './prepared-engine.ts';

const run = promisify(execFile);
const entry = fileURLToPath(new URL('./prepare-main.ts', import.meta.url));

// Takes about a second.
const TIME_LIMIT_MS = 60_000;
// A folder that another process is writing bears another name than what is finished; it is younger than this.
const ABANDONED_AFTER_MS = 10 * 60_000;

/**
 * Prepares the engine once, in the folder `root`, for the children of every pool that gets what this answers: they
 * start in half of the time. A process of its own does it, which opens no file but ours; children only read. What was
 * prepared for other versions of the engine is removed. Null when the folder cannot be used: children then prepare for
 * themselves. Several processes may call it at a time.
 */
export async function prepareEngine(root: string): Promise<PreparedEngine | null> {
  const { version } = await engineIdentity();
  const known = await findPrepared(root, version);
  if (known) return known;
  try {
    await mkdir(root, { recursive: true });
    await chmod(root, 0o700);
    await removeOthers(root, version);
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', entry, root, version], {
      env: { NODE_ENV: 'production' },
      timeout: TIME_LIMIT_MS,
    });
  } catch {
    // The folder cannot be used, or another process was quicker.
  }
  return await findPrepared(root, version);
}

async function removeOthers(root: string, version: string): Promise<void> {
  for (const name of await readdir(root)) {
    const folder = join(root, name);
    const isBeingWritten =
      name.startsWith('.') && Date.now() - (await writtenAt(folder)) < ABANDONED_AFTER_MS;
    if (name !== version && !isBeingWritten) await rm(folder, { recursive: true, force: true });
  }
}

async function writtenAt(folder: string): Promise<number> {
  // One that is gone meanwhile has got its name.
  return await stat(folder).then(({ mtimeMs }) => mtimeMs, Date.now);
}
