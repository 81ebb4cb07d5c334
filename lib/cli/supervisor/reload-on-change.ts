import { watch } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project.ts';
import type { KeptRunning } from './keep-running.ts';

const quietMs = 200;

/** Restarts a program whenever the source in lib/ has changed and then rested for a moment; returns the end of it. */
export function reloadOnChange(program: KeptRunning): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(join(projectFolder, 'lib'), { recursive: true }, (_event, file) => {
    if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void program.restart(), quietMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
