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

type Running = { task: Job<unknown>; abort: AbortController; ended: Promise<void> };

/** Runs tasks of one kind: one statement claims as many as there are free places, one reports all that have ended. */
export async function startTaskRunner({ name, places, perGroup, run }: RunnerOptions): Promise<TaskRunner> {
  const queue = await boss({ maintains: true });
  const running = new Set<Running>();
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
      const tasks = (await queue.fetch(name, batch).catch(report)) ?? [];
      for (const task of tasks) start(task);
      if (tasks.length === batch.batchSize) mayWait = true;
      isCrowded = batch.ignoreGroups.length > 0;
    }
    claiming = undefined;
  }

  function start(task: Job<unknown>): void {
    const abort = new AbortController();
    const timeout = setTimeout(() => abort.abort(), task.expireInSeconds * 1_000);
    const entry: Running = { task, abort, ended: Promise.resolve() };
    running.add(entry);
    entry.ended = run(task, abort.signal).then(
      () => leave(undefined),
      (error: unknown) => leave(error),
    );

    async function leave(error: unknown): Promise<void> {
      clearTimeout(timeout);
      // It may have been given back.
      if (!running.delete(entry)) return;
      if (isCrowded) mayWait = true;
      claimSoon();
      if (error === undefined) await complete(task);
      else await queue.fail(name, attemptOf(task), { message: String(error) }).catch(report);
    }
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
      await Promise.race([Promise.all([...running].map(({ ended }) => ended)), grace.promise]);
      clearTimeout(timer);
      clearInterval(living);
      const left = [...running];
      running.clear();
      const attempts = left.map(({ task }) => attemptOf(task));
      if (attempts.length > 0) await queue.fail(name, attempts, { message: 'stopped' }).catch(report);
      for (const { abort } of left) abort.abort();
      await reporting;
    },
  };
}

const touchedSchema = z.object({ settled: z.array(z.string()) });

/** A late report about a run that was given up says nothing about the next run. */
function attemptOf({ id, retryCount }: Job<unknown>): { id: string; retryCount: number } {
  return { id, retryCount };
}
