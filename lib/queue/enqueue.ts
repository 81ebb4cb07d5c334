import { fromPrisma } from 'pg-boss';
import type { Tx } from '#lib/platform/index.ts';
import { boss } from './boss.ts';
import { type TaskName, type TaskPayload, tasks } from './tasks.ts';

export type EnqueueOptions = {
  /** Higher runs earlier; 0 unless told. */
  priority?: number;
  /** Seconds before the task may run. */
  delaySeconds?: number;
  /** Tasks of one group share the `perGroup` places that a worker gives it. */
  group?: string;
};

/**
 * Adds a task as part of the caller's transaction: it exists exactly when the caller's other writes do.
 * Tasks may run more than once, so what they do must be safe to repeat.
 */
export async function enqueue<N extends TaskName>(
  tx: Tx,
  name: N,
  payload: TaskPayload<N>,
  options: EnqueueOptions = {},
): Promise<void> {
  await enqueueMany(tx, name, [{ payload, ...options }]);
}

/** Adds many tasks of one kind with one statement, as part of the caller's transaction. */
export async function enqueueMany<N extends TaskName>(
  tx: Tx,
  name: N,
  entries: readonly ({ payload: TaskPayload<N> } & EnqueueOptions)[],
): Promise<void> {
  if (entries.length === 0) return;
  const queue = await boss();
  const jobs = entries.map(({ payload, priority = 0, delaySeconds = 0, group }) => ({
    data: tasks[name].payload.parse(payload),
    priority,
    startAfter: delaySeconds,
    ...(group ? { group: { id: group } } : {}),
  }));
  await queue.insert(name, jobs, { db: fromPrisma(tx) });
}
