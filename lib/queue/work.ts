import type { JobWithMetadata } from 'pg-boss';
import { logger } from '#lib/platform/index.ts';
import { boss } from './boss.ts';
import { type TaskName, type TaskPayload, tasks } from './tasks.ts';

export type TaskContext = {
  /** Aborts when the run exceeds its time or the process stops. */
  signal: AbortSignal;
  /** 1 for the first run. */
  run: number;
};

export type TaskHandler<N extends TaskName> = (
  payload: TaskPayload<N>,
  context: TaskContext,
) => Promise<void>;

/**
 * Runs tasks of one kind in this process, `concurrency` at a time, `perGroup` of them of the same group.
 * A handler that throws is run again by policy.
 */
export async function work<N extends TaskName>(
  name: N,
  concurrency: number,
  handler: TaskHandler<N>,
  { perGroup }: { perGroup?: number } = {},
): Promise<void> {
  const queue = await boss({ maintains: true });
  // pg-boss shares a group's places among the workers of one call, and naps after short tasks unless it is told
  // which worker to wake: tasks with groups get one call for all places, others one call for each.
  const calls = perGroup ? 1 : concurrency;
  const options = {
    includeMetadata: true,
    localConcurrency: concurrency / calls,
    ...(perGroup ? { localGroupConcurrency: perGroup } : {}),
    pollingIntervalSeconds: 0.5,
    notifyPollingIntervalSeconds: 0.5,
    heartbeatRefreshSeconds: 3,
  } as const;
  for (let call = 0; call < calls; call++) {
    let workerId: string | undefined;
    workerId = await queue.work(name, options, async ([job]) => {
      if (job) await run(name, job, handler);
      if (workerId) queue.notifyWorker(workerId);
    });
  }
}

async function run<N extends TaskName>(
  name: N,
  { id, data, retryCount, signal }: JobWithMetadata<unknown>,
  handler: TaskHandler<N>,
): Promise<void> {
  try {
    const payload = tasks[name].payload.parse(data) as TaskPayload<N>;
    await handler(payload, { signal, run: retryCount + 1 });
  } catch (error) {
    logger.error({ err: error, task: name, id, run: retryCount + 1 }, 'task failed');
    throw error;
  }
}

/** Runs a task without payload every minute, on one process of all that share the database. */
export async function workEveryMinute(
  name: 'reconcile-jobs' | 'sweep' | 'sweep-data',
  handler: (context: TaskContext) => Promise<void>,
): Promise<void> {
  await work(name, 1, (_, context) => handler(context));
  const queue = await boss({ maintains: true });
  await queue.schedule(name, '* * * * *', {});
}
