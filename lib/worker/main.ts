// The worker process: composition root of everything that runs outside of requests.

import { join } from 'node:path';
import { ensureFirstOwner } from '#lib/accounts/index.ts';
import { createEnginePool, prepareEngine } from '#lib/engine/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { closeDatabase, config, logger } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createEngineLog } from './engine-log.ts';
import { registerExportTasks } from './export-tasks.ts';
import { registerMailTasks } from './mail-tasks.ts';
import { registerPortalTasks } from './portal-tasks.ts';
import { registerPredictionTasks } from './prediction-tasks.ts';

/** The supervisor kills a worker that takes longer than four seconds to stop. */
const TASKS_GRACE_MS = 2_000;
const STOP_LIMIT_MS = 3_800;

process.title = 'lectern worker';
const stop = new AbortController();
const onEvent = createEngineLog();
// About a second, at the first start of a release.
const prepared = await prepareEngine(join(config().dataDir, 'engine'));
if (!prepared)
  logger.warn('the folder "engine" in the data folder cannot be used: engine processes start more slowly');
const readers = createEnginePool({ processes: config().engineProcesses, prepared, onEvent });
// Counting pages and drawing their pictures is quick and must not wait behind pages that are being read.
const viewer = createEnginePool({ processes: 1, prepared, onEvent });

// Writing the PDF of a thick book takes minutes, and its file and its text have to be held at the same time.
const writer = createEnginePool({
  processes: 1,
  prepared,
  onEvent,
  timeLimits: { baseMs: 600_000, perMegapixelMs: 0 },
  memoryLimitMb: 1_400,
});

process.on('SIGTERM', () => void end());
// Ctrl-C reaches the whole process group; with a supervisor, it alone decides when to stop.
process.on('SIGINT', () => process.send || void end());
// The supervisor is gone without a word: nobody would restart or stop this process any more.
process.on('disconnect', () => process.exit(1));

await ensureFirstOwner(config());
await registerPredictionTasks(readers, stop.signal);
await registerPortalTasks(viewer, stop.signal);
await registerExportTasks(writer, stop.signal);
await registerMailTasks();
logger.info({ engineProcesses: readers.size }, 'worker started');

/** Claims nothing more and breaks off what runs; unfinished tasks are run again by the next worker. */
async function end(): Promise<void> {
  if (stop.signal.aborted) return;
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  stop.abort();
  await Promise.allSettled([closeQueue(TASKS_GRACE_MS), readers.close(), viewer.close(), writer.close()]);
  await Promise.allSettled([closeLive(), closeDatabase()]);
  process.exit(0);
}
