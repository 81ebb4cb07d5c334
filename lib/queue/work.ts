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
  await queue.work(
    name,
    {
      includeMetadata: true,
      localConcurrency: concurrency,
      ...(perGroup ? { localGroupConcurrency: perGroup } : {}),
      batchSize: 1,
      // With batches of one a worker naps after each task; half a second is the least pg-boss allows.
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: 0.5,
      heartbeatRefreshSeconds: 3,
    },
    async (jobs) => {
      for (const job of jobs) {
        try {
          const payload = tasks[name].payload.parse(job.data) as TaskPayload<N>;
          await handler(payload, { signal: job.signal, run: job.retryCount + 1 });
        } catch (error) {
          logger.error({ err: error, task: name, id: job.id, run: job.retryCount + 1 }, 'task failed');
          throw error;
        }
      }
    },
  );
}

/** Runs a task without payload every minute, on one process of all that share the database. */
export async function workEveryMinute(
  name: 'reconcile-jobs' | 'sweep',
  handler: () => Promise<void>,
): Promise<void> {
  await work(name, 1, handler);
  const queue = await boss({ maintains: true });
  await queue.schedule(name, '* * * * *', {});
}
