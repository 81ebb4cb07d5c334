import { database } from '#lib/platform/database.ts';
import { taskNames } from './tasks.ts';

export type QueueDepth = {
  name: string;
  /** To be run now, or again after a run that broke off. */
  waiting: number;
  running: number;
  /** To be run at a time that has not come. */
  planned: number;
  /** Since when the longest waiting could have been run; null when none waits. */
  oldestWaitingAt: Date | null;
};

/** How many tasks of each kind there are; kinds without any are left out. Most waiting first. */
export function queueDepth(): Promise<QueueDepth[]> {
  return database().$queryRaw<QueueDepth[]>`
    SELECT name,
      count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS waiting,
      count(*) FILTER (WHERE state = 'active')::int AS running,
      count(*) FILTER (WHERE state < 'active' AND start_after > now())::int AS planned,
      min(start_after) FILTER (WHERE state < 'active' AND start_after <= now()) AS "oldestWaitingAt"
    FROM pgboss.job
    WHERE state <= 'active' AND name = ANY(${[...taskNames]})
    GROUP BY name ORDER BY waiting DESC, running DESC, name`;
}

/** When a worker last did something; null when none has for an hour. Every worker has something to do each minute. */
export async function workerLastSeenAt(): Promise<Date | null> {
  const [found] = await database().$queryRaw<{ at: Date | null }[]>`
    SELECT max(greatest(started_on, completed_on)) AS at FROM pgboss.job WHERE started_on IS NOT NULL`;
  return found?.at ?? null;
}
