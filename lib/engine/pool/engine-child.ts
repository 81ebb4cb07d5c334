import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EngineError } from '../engine-error.ts';
import { crashed, outOfMemory, timedOut } from './ended-task-errors.ts';
import { type EngineTask, isTaskReply, type TaskReply } from './messages.ts';
import { residentBytesOf } from './resident-memory.ts';

export type ChildLimits = { timeLimitMs: number; memoryLimitMb: number };

export type EngineChild = {
  readonly pid: number | undefined;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /**
   * Runs one task; only one at a time. Rejects with an EngineError when the child dies, breaks a limit or is
   * killed.
   */
  run(task: EngineTask): Promise<TaskReply>;
  /** Ends the process at once (SIGKILL); the running task, if any, rejects with the reason. */
  kill(reason: EngineError): void;
};

type Running = { resolve(reply: TaskReply): void; reject(error: EngineError): void; stopWatching(): void };

// A page's buffers grow by a few hundred MB a second, so twice a second keeps the overshoot small.
const MEMORY_SAMPLE_INTERVAL_MS = 500;

const entry = fileURLToPath(new URL('./child-main.ts', import.meta.url));

/** Starts a child process that runs engine tasks. While idle it does not keep its parent alive. */
export function startEngineChild(limits: ChildLimits): EngineChild {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [],
    // The process that opens strangers' files gets none of our secrets.
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { promise: ended, resolve: markEnded } = Promise.withResolvers<void>();
  let running: Running | null = null;

  function settle(finish: (task: Running) => void): void {
    const task = running;
    if (!task) return;
    running = null;
    task.stopWatching();
    finish(task);
  }

  function kill(reason: EngineError): void {
    settle((task) => task.reject(reason));
    child.kill('SIGKILL');
    // Whoever waits for the end of an idle child must live to see it.
    child.ref();
  }

  function noteEnd(): void {
    settle((task) => task.reject(crashed()));
    markEnded();
  }

  async function checkMemory(): Promise<void> {
    const watched = running;
    const residentBytes = child.pid === undefined ? null : await residentBytesOf(child.pid);
    if (residentBytes === null || residentBytes <= limits.memoryLimitMb * 2 ** 20) return;
    if (watched === running) kill(outOfMemory(limits.memoryLimitMb));
  }

  function watch(): () => void {
    const deadline = setTimeout(() => kill(timedOut(limits.timeLimitMs)), limits.timeLimitMs);
    const sampling = setInterval(checkMemory, MEMORY_SAMPLE_INTERVAL_MS);
    child.ref();
    child.channel?.ref();
    return () => {
      clearTimeout(deadline);
      clearInterval(sampling);
      child.unref();
      child.channel?.unref();
    };
  }

  function run(task: EngineTask): Promise<TaskReply> {
    const { promise, resolve, reject } = Promise.withResolvers<TaskReply>();
    running = { resolve, reject, stopWatching: watch() };
    child.send(task, (error) => {
      if (error) kill(crashed());
    });
    return promise;
  }

  child.once('error', noteEnd);
  child.once('exit', noteEnd);
  child.on('message', (message: unknown) => {
    if (isTaskReply(message)) settle((task) => task.resolve(message));
  });
  child.unref();
  child.channel?.unref();
  return { pid: child.pid, ended, run, kill };
}
