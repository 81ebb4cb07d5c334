import type { Config } from '#lib/platform/config.ts';
import { migrateDatabase } from '../migrate-database.ts';
import { lockDataFolder } from './instance-lock.ts';
import { type KeptRunning, keepRunning, type Run } from './keep-running.ts';
import { keepPostgresRunning } from './kept-postgres.ts';
import { launch, type Program, terminate, whenEnded } from './program.ts';
import { listenForShutdown } from './shutdown.ts';
import { requireFreePort, waitUntilReady } from './web-port.ts';

const shutdownMs = 4_000;

export type Supervision = {
  config: Config;
  /** Work that the programs wait for, once the database is ready; stops when the signal is aborted. */
  prepare: (signal: AbortSignal) => Promise<void>;
  programs: (databaseUrl: string) => Program[];
  /** Called once, when everything runs; what it returns is called before the programs are stopped. */
  onReady: (running: Map<string, KeptRunning>) => () => void;
};

/**
 * Brings up a whole Lectern and keeps it up until SIGINT or SIGTERM, then ends all of it within five seconds.
 * @throws OperatorError when it cannot start; nothing is left running then.
 */
export async function supervise({ config, prepare, programs, onReady }: Supervision): Promise<void> {
  const shutdown = listenForShutdown();
  const started = new AsyncDisposableStack();
  try {
    started.defer((await lockDataFolder(config.dataDir, config.publicUrl)).release);
    await requireFreePort(config.port);
    const databaseUrl = config.databaseUrl ?? (await startPostgres(config, started));
    await migrateDatabase(databaseUrl);
    await prepare(shutdown.signal);
    shutdown.signal.throwIfAborted();
    const running = startPrograms(programs(databaseUrl), started);
    await waitUntilReady(config.port, shutdown.signal);
    console.log(`Lectern is ready at ${config.publicUrl}`);
    started.defer(onReady(running));
    await shutdown.requested;
  } catch (error) {
    if (!shutdown.signal.aborted) throw error;
  } finally {
    await started.disposeAsync();
  }
}

async function startPostgres(config: Config, started: AsyncDisposableStack): Promise<string> {
  const postgres = await keepPostgresRunning(config.dataDir, console.error);
  started.defer(postgres.stop);
  return postgres.url;
}

function startPrograms(programs: Program[], started: AsyncDisposableStack): Map<string, KeptRunning> {
  const running = new Map<string, KeptRunning>();
  for (const program of programs) {
    running.set(
      program.name,
      keepRunning(program.name, async () => runOnce(program), console.error),
    );
  }
  started.defer(async () => {
    await Promise.all([...running.values()].map((program) => program.stop()));
  });
  return running;
}

function runOnce(program: Program): Run {
  const child = launch(program);
  return { ended: whenEnded(child), stop: () => terminate(child, shutdownMs) };
}
