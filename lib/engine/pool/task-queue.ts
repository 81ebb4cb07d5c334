import { EngineError } from '../engine-error.ts';
import type { PreparedEngine } from '../prepared/prepared-engine.ts';
import type { ReadingProgress } from '../reading-options.ts';
import { aborted, crashed } from './ended-task-errors.ts';
import { type ChildLimits, type EngineChild, startEngineChild } from './engine-child.ts';
import type { EngineEvent } from './engine-event.ts';
import { isolationOf } from './isolation.ts';
import type { EngineTask, TaskReply, TaskSuccess } from './messages.ts';

export type CallOptions = {
  /** Ends the call at once, whether it waits or runs; it rejects with "aborted". */
  signal?: AbortSignal;
  /**
   * Told how far a page is read, in this process. Should it throw, the call ends as an abort would end it, and the
   * error's cause is what was thrown; other calls go on.
   */
  onProgress?: (progress: ReadingProgress) => void;
};

export type TaskQueue = {
  submit(task: EngineTask, options?: CallOptions): Promise<TaskSuccess>;
  close(): Promise<void>;
};

type Entry = {
  task: EngineTask;
  onProgress: CallOptions['onProgress'];
  child: EngineChild | null;
  /** Only a child that has run nothing yet may take it. */
  needsFresh: boolean;
  resolve(reply: TaskSuccess): void;
  reject(error: EngineError): void;
};

export type TaskQueueOptions = ChildLimits & {
  size: number;
  prepared?: PreparedEngine | null;
  /** A child that ends a task with more resident memory than this is replaced. */
  recycleAboveMb: number;
  emit(event: EngineEvent): void;
};

/**
 * Hands tasks, in the order they come, to at most `size` child processes. It starts them when there is work, and
 * replaces one that ends at once, before there is more work: the next page does not wait for its start.
 */
export function createTaskQueue({
  size,
  prepared = null,
  recycleAboveMb,
  emit,
  ...limits
}: TaskQueueOptions): TaskQueue {
  const children = new Set<EngineChild>();
  const idle = new Set<EngineChild>();
  const used = new WeakSet<EngineChild>();
  const readers = new WeakSet<EngineChild>();
  const entries = new Set<Entry>();
  let closed = false;

  function startWaiting(): void {
    for (const entry of entries) {
      if (entry.child) continue;
      const child = childFor(entry);
      if (!child) return;
      idle.delete(child);
      entry.child = child;
      void runOn(child, entry);
    }
  }

  function childFor({ needsFresh }: Entry): EngineChild | null {
    for (const child of idle) if (!needsFresh || !used.has(child)) return child;
    if (children.size < size) return startChild({ warm: false });
    // Those that are idle here have been used. When one has ended there is room for a fresh one.
    const [old] = idle;
    if (old) idle.delete(old);
    old?.kill(aborted());
    return null;
  }

  function startChild({ warm }: { warm: boolean }): EngineChild {
    const startedAt = performance.now();
    const child = startEngineChild(limits, { warm, prepared });
    children.add(child);
    emit({ type: 'child_started', pid: child.pid });
    void child.ready.then(() => noteReady(child, performance.now() - startedAt));
    void child.ended.then(() => noteEnd(child));
    return child;
  }

  async function noteReady({ pid }: EngineChild, startMs: number): Promise<void> {
    if (pid !== undefined) emit({ type: 'child_ready', pid, startMs, isolation: await isolationOf(pid) });
  }

  function noteEnd(child: EngineChild): void {
    children.delete(child);
    idle.delete(child);
    emit({ type: 'child_ended', pid: child.pid });
    startWaiting();
    // One that ended without having had a page to read would only be the first of many.
    if (closed || !readers.has(child) || children.size >= size) return;
    idle.add(startChild({ warm: true }));
  }

  async function runOn(child: EngineChild, entry: Entry): Promise<void> {
    const startedAt = performance.now();
    function report(code: EngineError['code'] | null, reply: TaskReply | null): void {
      const wallMs = performance.now() - startedAt;
      emit({
        type: 'task_ended',
        task: entry.task.kind,
        pid: child.pid,
        wallMs,
        code,
        usage: reply?.usage ?? null,
      });
    }
    const wasFresh = !used.has(child);
    used.add(child);
    if (entry.task.kind === 'readPage') readers.add(child);
    try {
      const reply = await child.run(entry.task, entry.onProgress);
      if (reply.usage.residentBytes > recycleAboveMb * 2 ** 20) child.kill(aborted());
      else idle.add(child);
      report(reply.outcome === 'failure' ? reply.code : null, reply);
      if (reply.outcome === 'success') entry.resolve(reply);
      else entry.reject(new EngineError(reply.code, reply.message));
    } catch (error) {
      const reason = error instanceof EngineError ? error : crashed();
      report(reason.code, null);
      if (reason.code === 'out_of_memory' && !wasFresh && entries.has(entry)) waitForFresh(entry);
      else entry.reject(reason);
    }
    startWaiting();
  }

  // What earlier pages have left in a child must not decide whether this one can be read.
  function waitForFresh(entry: Entry): void {
    entry.child = null;
    entry.needsFresh = true;
  }

  async function submit(task: EngineTask, { signal, onProgress }: CallOptions = {}): Promise<TaskSuccess> {
    if (closed || signal?.aborted) throw aborted();
    const { promise, resolve, reject } = Promise.withResolvers<TaskSuccess>();
    const entry: Entry = { task, onProgress, child: null, needsFresh: false, resolve, reject };
    const abort = () => stop(entry);
    signal?.addEventListener('abort', abort, { once: true });
    entries.add(entry);
    startWaiting();
    try {
      return await promise;
    } finally {
      entries.delete(entry);
      signal?.removeEventListener('abort', abort);
    }
  }

  function stop(entry: Entry): void {
    entries.delete(entry);
    if (entry.child) entry.child.kill(aborted());
    else entry.reject(aborted());
  }

  async function close(): Promise<void> {
    closed = true;
    for (const entry of entries) stop(entry);
    for (const child of children) child.kill(aborted());
    await Promise.all([...children].map((child) => child.ended));
  }

  return { submit, close };
}
