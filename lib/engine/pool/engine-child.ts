import { fileURLToPath } from 'node:url';
import type { EngineError } from '../engine-error.ts';
import type { PreparedEngine } from '../prepared/prepared-engine.ts';
import type { ReadingProgress } from '../reading-options.ts';
import { aborted, crashed, outOfMemory, timedOut } from './ended-task-errors.ts';
import { type EngineTask, isChildReady, isTaskProgress, isTaskReply, type TaskReply } from './messages.ts';
import { residentBytesOf } from './resident-memory.ts';
import { startIsolated } from './start-isolated.ts';
import { type TimeLimits, timeLimitMs } from './time-limit.ts';

export type ChildLimits = { timeLimits: TimeLimits; memoryLimitMb: number };

/** A warm child loads the models at once; a prepared engine makes every start quicker. */
export type ChildStart = { warm: boolean; prepared: PreparedEngine | null };

export type EngineChild = {
  readonly pid: number | undefined;
  /** Resolves when the process can take tasks, never when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  /**
   * Runs one task; only one at a time. Rejects with an EngineError when the child dies, breaks a limit or is
   * killed; a listener that throws kills it.
   */
  run(task: EngineTask, onProgress?: (progress: ReadingProgress) => void): Promise<TaskReply>;
  /** Ends the process at once (SIGKILL); the running task, if any, rejects with the reason. */
  kill(reason: EngineError): void;
};

type Running = {
  resolve(reply: TaskReply): void;
  reject(error: EngineError): void;
  note(progress: ReadingProgress): void;
  stopWatching(): void;
};

// A page's buffers grow by a few hundred MB a second, so twice a second keeps the overshoot small.
const MEMORY_SAMPLE_INTERVAL_MS = 500;
// What Node, the runtimes and Tesseract's thread set aside without touching it: 1,024 broke at the second language
// that Tesseract read. The kernel ends a child that grows by more than that between two samples.
const UNTOUCHED_MEMORY_MB = 2_048;

const entry = fileURLToPath(new URL('./child-main.ts', import.meta.url));
const preparedCode = new URL('../prepared/use-prepared-code.mjs', import.meta.url).href;

/** Starts a child process that runs engine tasks. While idle it does not keep its parent alive. */
export function startEngineChild(limits: ChildLimits, { warm, prepared }: ChildStart): EngineChild {
  const child = startIsolated(entry, {
    args: [JSON.stringify(prepared), ...(warm ? ['--warm'] : [])],
    ...(prepared && { preload: preparedCode }),
    dataLimitMb: limits.memoryLimitMb + UNTOUCHED_MEMORY_MB,
  });
  const { promise: ready, resolve: markReady } = Promise.withResolvers<void>();
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

  function watch(): { allowFor(pixels: number): void; stop(): void } {
    const startedAt = performance.now();
    let deadline: NodeJS.Timeout | undefined;
    function allowFor(pixels: number): void {
      const limitMs = timeLimitMs(limits.timeLimits, pixels);
      clearTimeout(deadline);
      deadline = setTimeout(() => kill(timedOut(limitMs)), startedAt + limitMs - performance.now());
    }
    allowFor(0);
    const sampling = setInterval(checkMemory, MEMORY_SAMPLE_INTERVAL_MS);
    child.ref();
    child.channel?.ref();
    return {
      allowFor,
      stop() {
        clearTimeout(deadline);
        clearInterval(sampling);
        child.unref();
        child.channel?.unref();
      },
    };
  }

  function run(task: EngineTask, onProgress?: (progress: ReadingProgress) => void): Promise<TaskReply> {
    const { promise, resolve, reject } = Promise.withResolvers<TaskReply>();
    const watching = watch();
    function note(progress: ReadingProgress): void {
      if (progress.pixels !== undefined) watching.allowFor(progress.pixels);
      try {
        onProgress?.(progress);
      } catch (error) {
        kill(aborted(error));
      }
    }
    running = { resolve, reject, note, stopWatching: watching.stop };
    child.send(task, (error) => {
      if (error) kill(crashed());
    });
    return promise;
  }

  child.once('error', noteEnd);
  child.once('exit', noteEnd);
  child.on('message', (message: unknown) => {
    if (isTaskReply(message)) settle((task) => task.resolve(message));
    else if (isTaskProgress(message)) running?.note(message.progress);
    else if (isChildReady(message)) markReady();
  });
  child.unref();
  child.channel?.unref();
  return { pid: child.pid, ready, ended, run, kill };
}
