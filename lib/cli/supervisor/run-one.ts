import { loadConfig } from '#lib/platform/config.ts';
import { migrateDatabase } from '../migrate-database.ts';
import { OperatorError } from '../operator-error.ts';
import { ensureProductionBuild } from '../production-build.ts';
import { launch, terminate, whenEnded } from './program.ts';
import { webProgram, workerProgram } from './programs.ts';
import { listenForShutdown } from './shutdown.ts';
import { requireFreePort } from './web-port.ts';

const shutdownMs = 4_000;

/**
 * Runs one web or worker process in the foreground, on a database that it shares with others. Whoever starts it
 * (a container, systemd) starts it again.
 */
export async function runOne(name: 'web' | 'worker'): Promise<void> {
  const config = loadConfig();
  if (!config.databaseUrl) {
    throw new OperatorError(
      `\`npm run ${name}\` needs a PostgreSQL that all processes share: set DATABASE_URL. \`npm start\` brings its own.`,
    );
  }
  const shutdown = listenForShutdown();
  await migrateDatabase(config.databaseUrl);
  if (name === 'web') {
    await requireFreePort(config.port);
    await ensureProductionBuild(shutdown.signal);
  }
  if (shutdown.signal.aborted) return;
  const makeProgram = name === 'web' ? webProgram : workerProgram;
  const child = launch(makeProgram(config, config.databaseUrl, false));
  const ended = whenEnded(child);
  void shutdown.requested.then(() => terminate(child, shutdownMs));
  const reason = await ended;
  if (!shutdown.signal.aborted) throw new OperatorError(`${name} ended (${reason}).`);
}
