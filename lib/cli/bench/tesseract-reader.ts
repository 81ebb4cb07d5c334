import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../operator-error.ts';
import { childCpuSeconds } from './child-cpu-seconds.ts';
import type { PageReader } from './page-reader.ts';

const run = promisify(execFile);

// Node does not tell the processor time of a child that has ended; the shell's `times` does.
// One thread, as ours: more only slow Tesseract down on busy cores.
const SCRIPT = 'OMP_THREAD_LIMIT=1 tesseract "$1" -; code=$?; times > "$2"; exit $code';
const MAX_TEXT_BYTES = 64 * 2 ** 20;

/** The version of the Tesseract command line, as "5.3.0"; null when it is not installed. */
export async function tesseractVersion(): Promise<string | null> {
  try {
    const { stdout, stderr } = await run('tesseract', ['--version']);
    return /tesseract v?(\S+)/.exec(`${stdout}${stderr}`)?.[1] ?? 'unknown';
  } catch {
    return null;
  }
}

/** The Tesseract command line with its defaults: one process a page, as it is used. */
export async function createTesseractReader(): Promise<PageReader> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  const timesFile = join(folder, 'times');
  return {
    close: () => rm(folder, { recursive: true, force: true }),
    async read(file) {
      try {
        const { stdout } = await run('sh', ['-c', SCRIPT, 'sh', file, timesFile], {
          maxBuffer: MAX_TEXT_BYTES,
        });
        return { text: stdout, cpuSeconds: childCpuSeconds(await readFile(timesFile, 'utf8')) };
      } catch (error) {
        throw new OperatorError(
          `Tesseract cannot read ${file}: ${error instanceof Error ? error.message : error}`,
        );
      }
    },
  };
}
