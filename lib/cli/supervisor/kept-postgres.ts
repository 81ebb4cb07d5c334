import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded-postgres/start-embedded-postgres.ts';
import { type KeptRunning, keepRunning, type Run } from './keep-running.ts';

// What is left of the five seconds in which everything ends, after the programs had theirs.
const shutdownMs = 700;

/** The embedded PostgreSQL of a data folder, started again on the same port whenever it ends. */
export async function keepPostgresRunning(
  dataDir: string,
  report: (line: string) => void,
): Promise<KeptRunning & { url: string }> {
  const folder = join(dataDir, 'postgres');
  const { url, port, ...first } = await startEmbeddedPostgres({ folder });
  const asRun = ({ exited, stop }: typeof first): Run => ({
    ended: exited.then(() => 'its log is in postgres/server.log'),
    stop: () => stop(shutdownMs),
  });
  const restart = async () => asRun(await startEmbeddedPostgres({ folder, port }));
  return { url, ...keepRunning('PostgreSQL', restart, report, asRun(first)) };
}
