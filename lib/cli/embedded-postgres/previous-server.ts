import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode, OperatorError } from '../operator-error.ts';

/**
 * Ends the server that a killed supervisor left on these files. The caller holds the data folder, so nobody
 * else can be using it. No acknowledged write is lost: the next start recovers from the log.
 */
export async function endPreviousServer(cluster: string): Promise<void> {
  const pid = runningServer(cluster);
  if (!pid) return;
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT', 'SIGKILL'];
  for (const signal of signals) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (errorCode(error) === 'ESRCH') return;
      throw new OperatorError(
        `A PostgreSQL (process ${pid}) that another account started is using ${cluster}. End it, then start again.`,
        { cause: error },
      );
    }
    if (await ended(pid, 5_000)) return;
  }
  throw new OperatorError(`A PostgreSQL (process ${pid}) is using ${cluster} and cannot be ended.`);
}

/** The process that serves these files, or undefined. */
export function runningServer(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 0 && isPostgres(pid) ? pid : undefined;
}

/** After a reboot the number in the file may belong to any program. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function ended(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid) && isPostgres(pid)) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}
