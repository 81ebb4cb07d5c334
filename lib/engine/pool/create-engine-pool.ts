import type { DocumentInfo } from '../document-info.ts';
import { engineIdentity } from '../engine-version.ts';
import { plannedLanguages } from '../languages.ts';
import type { PageReading } from '../page-reading.ts';
import type { PreparedEngine } from '../prepared/prepared-engine.ts';
import type { ReadingOptions } from '../reading-options.ts';
import type { SearchablePdf, TextLayer } from '../searchable-pdf/text-layer.ts';
import { crashed } from './ended-task-errors.ts';
import type { EngineEvent } from './engine-event.ts';
import type { EngineTask, TaskKind, TaskValues } from './messages.ts';
import { type CallOptions, createTaskQueue } from './task-queue.ts';
import { type TimeLimits, usualTimeLimits } from './time-limit.ts';

export type EnginePoolOptions = {
  processes: number;
  timeLimits?: TimeLimits;
  memoryLimitMb?: number;
  /** From `prepareEngine`; without it children prepare for themselves, which takes twice the time. */
  prepared?: PreparedEngine | null;
  onEvent?: (event: EngineEvent) => void;
};

export type EnginePool = {
  /** Tells kind, format and page sizes without decoding the pages. */
  inspect(file: string, options?: CallOptions & { password?: string }): Promise<DocumentInfo>;
  /** Reads one page, counted from 1, and tells `onProgress` how far it is. No language means English. */
  readPage(
    input: { file: string; page: number } & ReadingOptions,
    options?: CallOptions,
  ): Promise<PageReading>;
  /** The upright page as WebP, at most `maxSide` pixels wide and high and 18 megapixels; images are never enlarged. */
  renderPage(
    input: { file: string; page: number; maxSide: number; password?: string },
    options?: CallOptions,
  ): Promise<Uint8Array>;
  /** An encrypted PDF without its encryption, so that it opens without the password. */
  unlock(input: { file: string; password: string }, options?: CallOptions): Promise<Uint8Array>;
  /**
   * The file as a PDF with letters without ink over its pages, to search and copy. `pages`, when given, are those
   * that it consists of; the others keep the text that they have.
   */
  searchablePdf(
    input: { file: string; layers: readonly TextLayer[]; pages?: readonly number[] },
    options?: CallOptions,
  ): Promise<SearchablePdf>;
  /** Ends the children; what is in flight or waiting rejects with "aborted". Safe to repeat. */
  close(): Promise<void>;
  /** How many tasks run at the same time at most. */
  readonly size: number;
};

// A dense page takes 410 MB, 98 megapixels of JPEG, PNG, WebP or TIFF 420, four languages in one child 450. Beyond
// 700 are large pictures that only decode as a whole: AVIF above 20 megapixels, TIFF of a single strip.
const DEFAULT_MEMORY_LIMIT_MB = 700;
// Memory that a giant page has left behind would count against the next one.
const RECYCLE_ABOVE_MB = 600;

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
    prepared: options.prepared ?? null,
    timeLimits: options.timeLimits ?? usualTimeLimits,
    memoryLimitMb: options.memoryLimitMb ?? DEFAULT_MEMORY_LIMIT_MB,
    recycleAboveMb: RECYCLE_ABOVE_MB,
    emit: options.onEvent ?? (() => undefined),
  });

  async function run<K extends TaskKind>(
    task: EngineTask & { kind: K },
    call?: CallOptions,
  ): Promise<TaskValues[K]> {
    const { values } = await queue.submit(task, call);
    const value = values[task.kind];
    if (value === undefined) throw crashed();
    return value;
  }

  return {
    size,
    close: queue.close,
    inspect: (file, { password, ...call } = {}) =>
      run({ kind: 'inspect', file, ...(password !== undefined && { password }) }, call),
    unlock: (input, call) => run({ kind: 'unlock', ...input }, call),
    renderPage: (input, call) => run({ kind: 'renderPage', ...input }, call),
    searchablePdf: (input, call) => run({ kind: 'searchablePdf', ...input }, call),
    async readPage({ file, page, ...options }, call) {
      plannedLanguages(options.languages ?? []);
      const reading = run({ kind: 'readPage', file, page, ...options }, call);
      // Worked out while the page is read, once in this process.
      const [read, engine] = await Promise.all([reading, engineIdentity()]);
      return { ...read, engine };
    },
  };
}
