import type { Job } from 'pg-boss';
import { z } from 'zod';
import { logger } from '#lib/platform/index.ts';
import { boss } from './boss.ts';
import { nextBatch } from './next-batch.ts';
import type { TaskName } from './tasks.ts';

/** New tasks are announced. Looking finds those whose announcement was lost, and those that are to be run again. */
const LOOK_EVERY_MS = 2_000;
/** Well below the time after which a task counts as left behind. */
const SIGN_OF_LIFE_EVERY_MS = 3_000;

export type TaskRunner = {
  /** Something may be waiting. */
  wake(): void;
  /** Claims nothing more, and gives back what has not ended after `graceMs`, to be run again elsewhere. */
  stop(graceMs: number): Promise<void>;
};

export type RunnerOptions = {
  name: TaskName;
  /** How many tasks run at a time, and how many of one group. */
  places: number;
  perGroup: number;
  /** Throws when the task is to be run again. */
  run: (task: Job<unknown>, signal: AbortSignal) => Promise<void>;
};

type Running = { task: Job<unknown>; abort: AbortController };

/** Runs tasks of one kind: one statement claims as many as there are free places, one reports all that have ended. */
export async function startTaskRunner({ name, places, perGroup, run }: RunnerOptions): Promise<TaskRunner> {
  const queue = await boss({ maintains: true });
  const running = new Set<Running>();
  /** One for each task, from its start until its end was reported. */
  const unreported = new Set<Promise<void>>();
  let mayWait = true;
  let isCrowded = false;
  let isStopped = false;
  let claiming: Promise<void> | undefined;
  let done: Job<unknown>[] = [];
  let reporting: Promise<void> | undefined;

  function claimSoon(): void {
    if (mayWait && hasRoom()) claiming ??= claim();
  }

  function hasRoom(): boolean {
    return !isStopped && running.size < places;
  }

  async function claim(): Promise<void> {
    while (mayWait && hasRoom()) {
      mayWait = false;
      const batch = nextBatch(
        [...running].map(({ task }) => task.groupId),
        { places, perGroup },
      );
      // From here on: a group's task that ends during the claim makes room for one that the claim leaves out.
      isCrowded = batch.ignoreGroups.length > 0;
      const tasks = (await queue.fetch(name, batch).catch(report)) ?? [];
      for (const task of tasks) start(task);
      if (tasks.length === batch.batchSize) mayWait = true;
    }
    claiming = undefined;
  }

  function start(task: Job<unknown>): void {
    const entry: Running = { task, abort: new AbortController() };
    running.add(entry);
    const overdue = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      overdue.reject(new Error('The task took longer than it may.'));
      entry.abort.abort();
    }, task.expireInSeconds * 1_000);
    // A run that does not heed its signal gives up its place all the same.
    const reported = Promise.race([run(task, entry.abort.signal), overdue.promise])
      .then(
        () => end(entry, complete),
        (error: unknown) => end(entry, () => fail([task], String(error))),
      )
      .finally(() => {
        clearTimeout(timer);
        unreported.delete(reported);
      });
    unreported.add(reported);
  }

  async function end(entry: Running, tell: (task: Job<unknown>) => Promise<void>): Promise<void> {
    // It may have been given back.
    if (!running.delete(entry)) return;
    if (isCrowded) mayWait = true;
    claimSoon();
    await tell(entry.task);
  }

  async function fail(tasks: readonly Job<unknown>[], message: string): Promise<void> {
    if (tasks.length > 0) await queue.fail(name, tasks.map(attemptOf), { message }).catch(report);
  }

  /** What ends while a report is under way is part of the next. */
  async function complete(task: Job<unknown>): Promise<void> {
    done.push(task);
    reporting ??= completeAll();
    await reporting;
  }

  async function completeAll(): Promise<void> {
    while (done.length > 0) {
      const tasks = done;
      done = [];
      // Unreported, a task is run again.
      await queue.complete(name, tasks.map(attemptOf)).catch(report);
    }
    reporting = undefined;
  }

  /** A task that another process has taken over meanwhile, because the database was out of reach, stops here. */
  async function giveSignOfLife(): Promise<void> {
    const held = [...running];
    if (held.length === 0) return;
    const answer = await queue.touch(
      name,
      held.map(({ task }) => attemptOf(task)),
    );
    const { settled } = touchedSchema.parse(answer);
    for (const { task, abort } of held) if (!settled.includes(task.id)) abort.abort();
  }

  function report(error: unknown): void {
    logger.error({ err: error, task: name }, 'the queue could not be asked');
  }

  function wake(): void {
    mayWait = true;
    claimSoon();
  }

  const looking = setInterval(wake, LOOK_EVERY_MS);
  const living = setInterval(() => void giveSignOfLife().catch(report), SIGN_OF_LIFE_EVERY_MS);
  claimSoon();
  return {
    wake,
    async stop(graceMs) {
      isStopped = true;
      clearInterval(looking);
      await claiming;
      const grace = Promise.withResolvers<void>();
      const timer = setTimeout(grace.resolve, graceMs);
      await Promise.race([Promise.all(unreported), grace.promise]);
      clearTimeout(timer);
      clearInterval(living);
      const left = [...running];
      running.clear();
      for (const { abort } of left) abort.abort();
      await fail(
        left.map(({ task }) => task),
        'stopped',
      );
      await reporting;
    },
  };
}

const touchedSchema = z.object({ settled: z.array(z.string()) });

/** A late report about a run that was given up says nothing about the next run. */
function attemptOf({ id, retryCount }: Job<unknown>): { id: string; retryCount: number } {
  return { id, retryCount };
}
