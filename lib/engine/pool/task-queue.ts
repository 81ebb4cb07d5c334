import { EngineError } from '../engine-error.ts';
import { aborted, crashed } from './ended-task-errors.ts';
import { type ChildLimits, type EngineChild, startEngineChild } from './engine-child.ts';
import type { EngineEvent } from './engine-event.ts';
import type { EngineTask, TaskReply, TaskSuccess } from './messages.ts';

export type TaskQueue = {
  submit(task: EngineTask, signal?: AbortSignal): Promise<TaskSuccess>;
  close(): Promise<void>;
};

type Entry = {
  task: EngineTask;
  child: EngineChild | null;
  resolve(reply: TaskSuccess): void;
  reject(error: EngineError): void;
};

export type TaskQueueOptions = ChildLimits & {
  size: number;
  /** A child that ends a task with more resident memory than this is replaced. */
  recycleAboveMb: number;
  emit(event: EngineEvent): void;
};

/**
 * Hands tasks, in the order they come, to at most `size` child processes, which it starts and replaces as
 * needed.
 */
export function createTaskQueue({ size, recycleAboveMb, emit, ...limits }: TaskQueueOptions): TaskQueue {
  const children = new Set<EngineChild>();
  const idle = new Set<EngineChild>();
  const entries = new Set<Entry>();
  let closed = false;

  function startWaiting(): void {
    for (const entry of entries) {
      if (entry.child) continue;
      const [child = children.size < size ? startChild() : null] = idle;
      if (!child) return;
      idle.delete(child);
      entry.child = child;
      void runOn(child, entry);
    }
  }

  function startChild(): EngineChild {
    const child = startEngineChild(limits);
    children.add(child);
    emit({ type: 'child_started', pid: child.pid });
    void child.ended.then(() => {
      children.delete(child);
      idle.delete(child);
      emit({ type: 'child_ended', pid: child.pid });
      startWaiting();
    });
    return child;
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
    try {
      const reply = await child.run(entry.task);
      if (reply.usage.residentBytes > recycleAboveMb * 2 ** 20) child.kill(aborted());
      else idle.add(child);
      report(reply.outcome === 'failure' ? reply.code : null, reply);
      if (reply.outcome === 'success') entry.resolve(reply);
      else entry.reject(new EngineError(reply.code, reply.message));
    } catch (error) {
      const reason = error instanceof EngineError ? error : crashed();
      report(reason.code, null);
      entry.reject(reason);
    }
    startWaiting();
  }

  async function submit(task: EngineTask, signal?: AbortSignal): Promise<TaskSuccess> {
    if (closed || signal?.aborted) throw aborted();
    const { promise, resolve, reject } = Promise.withResolvers<TaskSuccess>();
    const entry: Entry = { task, child: null, resolve, reject };
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
