import { PgBoss } from 'pg-boss';
import { config } from '#lib/platform/config.ts';
import { logger } from '#lib/platform/index.ts';
import { taskDefinition, taskNames } from './tasks.ts';

/** pg-boss fails a run whose worker sent no sign of life for this long; 10 s is its minimum. */
const HEARTBEAT_SECONDS = 10;
const KEPT_SECONDS = 3_600;
/** How often what was kept long enough is removed; left alone, pg-boss does so once a day. */
const REMOVE_EVERY_SECONDS = 60;

// `next dev` evaluates modules again on every reload: one instance must outlive them.
const kept = globalThis as typeof globalThis & { lecternBoss?: Promise<PgBoss> };

/** This process's pg-boss, started on first use. A process that only enqueues runs no maintenance. */
export function boss(options: { maintains: boolean } = { maintains: false }): Promise<PgBoss> {
  kept.lecternBoss ??= start(options.maintains).catch((error: unknown) => {
    delete kept.lecternBoss;
    throw error;
  });
  return kept.lecternBoss;
}

/** Lets go of the database. */
export async function closeBoss(): Promise<void> {
  const running = kept.lecternBoss;
  delete kept.lecternBoss;
  await (await running)?.stop({ graceful: false, close: true });
}

async function start(maintains: boolean): Promise<PgBoss> {
  const connectionString = config().databaseUrl;
  if (!connectionString) throw new Error('DATABASE_URL is not set.');
  const instance = new PgBoss({
    connectionString,
    max: maintains ? 8 : 2,
    supervise: maintains,
    schedule: maintains,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    maintenanceIntervalSeconds: REMOVE_EVERY_SECONDS,
    queueCacheIntervalSeconds: 5,
  });
  // The message alone: the rest of the error carries whole database clients.
  instance.on('error', ({ message }) => logger.error({ reason: message }, 'queue error'));
  await instance.start();
  for (const name of taskNames) {
    const { retries, retryDelaySeconds, retryDelayMaxSeconds, timeLimitSeconds, whenExhausted, keptSeconds } =
      taskDefinition(name);
    const policy = {
      // Tasks are announced by `enqueue`.
      notify: false,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      retryLimit: retries,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: retryDelayMaxSeconds,
      expireInSeconds: timeLimitSeconds,
      deleteAfterSeconds: keptSeconds ?? KEPT_SECONDS,
      ...(whenExhausted ? { deadLetter: whenExhausted } : {}),
    };
    await instance.createQueue(name, policy);
    // A queue that an earlier release made has that release's policy.
    if (maintains) await instance.updateQueue(name, policy);
  }
  return instance;
}
