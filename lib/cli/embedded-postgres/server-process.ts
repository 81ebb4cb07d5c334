import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { Account } from './account.ts';
import { folderArgument, programEnvironment } from './cluster.ts';

// Descriptor 3 is a pipe that only the supervisor holds open: however it ends, `cat` sees the end of the pipe
// and PostgreSQL gets a fast shutdown.
const watchdog = `
  "$@" 3<&- & server=$!
  (cat <&3 >/dev/null; kill -INT $server) 2>/dev/null & watchdog=$!
  wait $server; status=$?
  kill $watchdog 2>/dev/null
  exit $status`;

const maxLogBytes = 1_000_000;

export type ServerProcess = {
  /** Resolves once the server has ended, for whatever reason. */
  exited: Promise<void>;
  hasExited(): boolean;
  /** Asks for a fast shutdown: open transactions are rolled back. */
  shutDown(): void;
  /** What the server has written to its log since it was started. */
  readLog(): string;
};

type Options = {
  postgres: string;
  cluster: string;
  logFile: string;
  settings: Record<string, string | number>;
};

/** Starts PostgreSQL in a process group of its own, so that Ctrl-C reaches only the supervisor. */
export function spawnServer(
  { postgres, cluster, logFile, settings }: Options,
  account: Account,
): ServerProcess {
  const logStart = shortenLog(logFile);
  const log = openSync(logFile, 'a');
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [postgres, '-D', folderArgument(cluster, account), ...options];
  const child = spawn('/bin/sh', ['-c', watchdog, 'postgres-watchdog', ...command], {
    ...account,
    cwd: cluster,
    env: programEnvironment,
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  });
  closeSync(log);
  let running = true;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve());
  }).then(() => {
    running = false;
    closePipe(child);
  });
  return {
    exited,
    hasExited: () => !running,
    shutDown: () => closePipe(child),
    readLog: () => readFileSync(logFile).subarray(logStart).toString(),
  };
}

function closePipe(child: ChildProcess): void {
  const pipe = child.stdio[3];
  if (pipe instanceof Writable) pipe.destroy();
}

/** Starts the log anew once it is long; returns where this run's part begins, in bytes. */
function shortenLog(logFile: string): number {
  const size = existsSync(logFile) ? statSync(logFile).size : 0;
  if (size < maxLogBytes) return size;
  truncateSync(logFile);
  return 0;
}
