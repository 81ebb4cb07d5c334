import { announcement, type LiveMessage } from '#lib/live/index.ts';
import { sha256, type Tx } from '#lib/platform/index.ts';
import { boss } from './boss.ts';
import { type TaskName, type TaskPayload, tasks } from './tasks.ts';

export type EnqueueOptions = {
  /** Higher runs earlier; 0 unless told. */
  priority?: number;
  /** Seconds before the task may run. */
  delaySeconds?: number;
  /** Tasks of one group share the `perGroup` places that a worker gives it. */
  group?: string;
  /** Names the task among all of its kind: a second one of this name is not added while the first's row is kept. */
  onceAs?: string;
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
  const jobs = entries.map(({ payload, priority = 0, delaySeconds = 0, group, onceAs }) => ({
    data: tasks[name].payload.parse(payload),
    priority,
    startAfter: delaySeconds,
    ...(group ? { group: { id: group } } : {}),
    ...(onceAs ? { id: uuidOf(`${name} ${onceAs}`) } : {}),
  }));
  const inSeconds = Math.min(...jobs.map(({ startAfter }) => startAfter));
  await queue.insert(name, jobs, { db: announcing(tx, { topic: 'task', name, inSeconds }), returnId: true });
}

function uuidOf(name: string): string {
  return sha256(name).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** Where pg-boss writes: in the caller's transaction, by a statement that announces what it adds. */
function announcing(tx: Tx, message: LiveMessage) {
  const { channel, payload } = announcement(message);
  return {
    async executeSql(insert: string, values: unknown[] = []) {
      const [at, then] = [values.length + 1, values.length + 2];
      const statement = `WITH added AS (${insert}) SELECT pg_notify($${at}, $${then})::text`;
      await tx.$queryRawUnsafe(statement, ...values, channel, payload);
      return { rows: [] };
    },
  };
}
