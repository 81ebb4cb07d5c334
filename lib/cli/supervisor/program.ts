import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { childEnvironment, projectFolder } from '../project.ts';

/** A Node program that the supervisor runs. */
export type Program = {
  name: string;
  /** What follows `node` on the command line. */
  nodeArguments: string[];
  environment: NodeJS.Dict<string>;
  /** Lines of its standard output that are not for the operator. */
  hiddenOutput?: RegExp;
};

const exitWithSupervisor = new URL('./exit-with-supervisor.ts', import.meta.url).href;

/** Starts a program in a process group of its own, so that Ctrl-C reaches only the supervisor. */
export function launch({ nodeArguments, environment, hiddenOutput }: Program): ChildProcess {
  const child = spawn(process.execPath, ['--import', exitWithSupervisor, ...nodeArguments], {
    cwd: projectFolder,
    env: childEnvironment(environment),
    detached: true,
    stdio: ['ignore', hiddenOutput ? 'pipe' : 'inherit', 'inherit', 'ipc'],
  });
  if (hiddenOutput && child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!hiddenOutput.test(line)) process.stdout.write(`${line}\n`);
    });
  }
  return child;
}

/** Resolves to how the child ended, for example `exit code 1` or `SIGKILL`. */
export function whenEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

/** Asks the child to end; after `withinMs` ends it with all processes it has started. */
export async function terminate(child: ChildProcess, withinMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const group = -child.pid;
  const ended = whenEnded(child);
  child.kill('SIGTERM');
  const timeout = setTimeout(() => process.kill(group, 'SIGKILL'), withinMs);
  await ended;
  clearTimeout(timeout);
}
