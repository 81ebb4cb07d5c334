import type { Job } from 'pg-boss';
import { listen } from '#lib/live/index.ts';
import { logger } from '#lib/platform/index.ts';
import { boss, closeBoss } from './boss.ts';
import { startTaskRunner, type TaskRunner } from './task-runner.ts';
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

/** Later ones are found by looking. */
const LONGEST_ALARM_SECONDS = 60;

/** How to stop what runs in this process. */
const stops: ((graceMs: number) => Promise<void>)[] = [];

/**
 * Runs tasks of one kind in this process, `concurrency` at a time, `perGroup` of them of the same group.
 * A handler that throws is run again by policy.
 */
export async function work<N extends TaskName>(
  name: N,
  concurrency: number,
  handler: TaskHandler<N>,
  { perGroup = concurrency }: { perGroup?: number } = {},
): Promise<void> {
  const runner = await startTaskRunner({
    name,
    places: concurrency,
    perGroup,
    run: (task, signal) => run(name, task, signal, handler),
  });
  const stopListening = await wakeOnNews(name, runner);
  stops.push(async (graceMs) => {
    stopListening();
    await runner.stop(graceMs);
  });
}

/** Runs a task without payload every minute, on one process of all that share the database. */
export async function workEveryMinute(
  name:
    | 'reconcile-jobs'
    | 'sweep'
    | 'sweep-data'
    | 'empty-trash'
    | 'purge-documents'
    | 'purge-workspaces'
    | 'send-digests',
  handler: (context: TaskContext) => Promise<void>,
): Promise<void> {
  await work(name, 1, (_, context) => handler(context));
  const queue = await boss({ maintains: true });
  await queue.schedule(name, '* * * * *', {});
}

/** Stops claiming, waits up to `graceMs` for running tasks, and lets go of the database. */
export async function closeQueue(graceMs = 3_000): Promise<void> {
  await Promise.all(stops.splice(0).map((stop) => stop(graceMs)));
  await closeBoss();
}

async function run<N extends TaskName>(
  name: N,
  { id, data, retryCount }: Job<unknown>,
  signal: AbortSignal,
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

async function wakeOnNews(name: TaskName, runner: TaskRunner): Promise<() => void> {
  return await listen((event) => {
    if (event.topic === 'resync') return runner.wake();
    if (event.topic !== 'task' || event.name !== name) return;
    if (event.inSeconds === 0) runner.wake();
    else if (event.inSeconds <= LONGEST_ALARM_SECONDS)
      setTimeout(runner.wake, event.inSeconds * 1_000).unref();
  });
}
