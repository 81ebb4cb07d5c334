import type { DocumentInfo } from '../document-info.ts';
import { checkLanguages } from '../languages.ts';
import type { PageReading } from '../page-reading.ts';
import type { ReadingOptions } from '../reading-options.ts';
import { crashed } from './ended-task-errors.ts';
import type { EngineEvent } from './engine-event.ts';
import type { EngineTask, TaskKind, TaskValues } from './messages.ts';
import { createTaskQueue } from './task-queue.ts';

export type EnginePoolOptions = {
  processes: number;
  timeLimitMs?: number;
  memoryLimitMb?: number;
  onEvent?: (event: EngineEvent) => void;
};

type CallOptions = { signal?: AbortSignal };

export type EnginePool = {
  /** Tells kind, format and page sizes without decoding the pages. */
  inspect(file: string, options?: CallOptions): Promise<DocumentInfo>;
  /** Reads one page, counted from 1. No language means English. */
  readPage(
    input: { file: string; page: number } & ReadingOptions,
    options?: CallOptions,
  ): Promise<PageReading>;
  /** The upright page as WebP, at most `maxSide` pixels wide and high; an image is never enlarged. */
  renderPage(
    input: { file: string; page: number; maxSide: number },
    options?: CallOptions,
  ): Promise<Uint8Array>;
  /** Ends the children; what is in flight or waiting rejects with "aborted". Safe to repeat. */
  close(): Promise<void>;
  /** How many tasks run at the same time at most. */
  readonly size: number;
};

// A dense page takes 4 s of a free core: two minutes allow for a machine shared by many.
const DEFAULT_TIME_LIMIT_MS = 120_000;
// Usual pages stay under 700 MB; this leaves room for one of 100 megapixels.
const DEFAULT_MEMORY_LIMIT_MB = 1_400;
// Children settle at 450 to 700 MB; one above this has met a giant page, and its memory does not come back by
// itself.
const RECYCLE_ABOVE_MB = 900;

/**
 * A pool of engine child processes. Children start when first needed, take one task at a time in the order of
 * the calls and share nothing: one that breaks a limit or dies fails only its own task and is replaced. Every
 * rejection is an EngineError. Aborting a call's signal ends it at once. The memory limit (resident MiB) is
 * kept where the system tells a process's memory (Linux). Idle children do not keep this process alive.
 */
export function createEnginePool(options: EnginePoolOptions): EnginePool {
  const size = Math.max(1, Math.floor(options.processes));
  const queue = createTaskQueue({
    size,
    timeLimitMs: options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS,
    memoryLimitMb: options.memoryLimitMb ?? DEFAULT_MEMORY_LIMIT_MB,
    recycleAboveMb: RECYCLE_ABOVE_MB,
    emit: options.onEvent ?? (() => undefined),
  });

  async function run<K extends TaskKind>(
    task: EngineTask & { kind: K },
    { signal }: CallOptions = {},
  ): Promise<TaskValues[K]> {
    const { values } = await queue.submit(task, signal);
    const value = values[task.kind];
    if (value === undefined) throw crashed();
    return value;
  }

  return {
    size,
    close: queue.close,
    inspect: (file, call) => run({ kind: 'inspect', file }, call),
    renderPage: (input, call) => run({ kind: 'renderPage', ...input }, call),
    async readPage({ file, page, ...options }, call) {
      checkLanguages(options.languages ?? []);
      return await run({ kind: 'readPage', file, page, ...options }, call);
    },
  };
}
