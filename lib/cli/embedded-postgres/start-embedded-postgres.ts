import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, OperatorError } from '../operator-error.ts';
import { type Account, chooseAccount } from './account.ts';
import { type Binaries, locateBinaries } from './binaries.ts';
import { ensureCluster, superuser } from './cluster.ts';
import { explainFailure } from './explain-failure.ts';
import { choosePort } from './port.ts';
import { endPreviousServer, runningServer } from './previous-server.ts';
import { type ServerProcess, spawnServer } from './server-process.ts';

const database = 'lectern';
const startTimeoutMs = 60_000;

export type EmbeddedPostgres = {
  /** Of the database `lectern`; carries the password. */
  url: string;
  port: number;
  /** Resolves once the server has ended, for whatever reason. */
  exited: Promise<void>;
  /** Fast shutdown; after `withinMs` an immediate one, which the next start recovers from without loss. */
  stop(withinMs?: number): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** Holds the database files, the password, the port and the log; made when missing. */
  folder: string;
  /** The port of the folder's last server, or a free one, when unset. */
  port?: number;
  /** Server settings beside our own, for example `{ fsync: 'off' }` in tests. */
  settings?: Record<string, string | number>;
};

/**
 * Starts a PostgreSQL 18 of our own on the loopback address. It ends with this process, even when that is
 * killed. A server that an earlier, killed process left behind is ended first: the caller must own the folder.
 * @throws OperatorError saying what stands in the way.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const cluster = join(folder, 'data');
  try {
    mkdirSync(folder, { recursive: true });
    const account = chooseAccount(cluster);
    const binaries = await locateBinaries(account);
    await endPreviousServer(cluster);
    const password = ensureCluster(folder, cluster, binaries, account);
    const port = options.port ?? (await choosePort(folder));
    const url = `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
    const server = await startServer(folder, port, url, binaries, account, options.settings ?? {});
    return { url, port, exited: server.exited, stop: (withinMs = 5_000) => stop(server, cluster, withinMs) };
  } catch (error) {
    if (errorCode(error) !== 'EACCES' && errorCode(error) !== 'EPERM') throw error;
    throw new OperatorError(
      `${folder} belongs to another account. Start Lectern as that account, or give it the folder (chown -R).`,
      { cause: error },
    );
  }
}

async function startServer(
  folder: string,
  port: number,
  url: string,
  { postgres }: Binaries,
  account: Account,
  extraSettings: Record<string, string | number>,
): Promise<ServerProcess> {
  const cluster = join(folder, 'data');
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    // The programs report their own failed statements; the log is for the server's troubles.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    ...extraSettings,
  };
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const server = spawnServer({ postgres, cluster, logFile: join(folder, 'server.log'), settings }, account);
    if (await becomesReady(server, url, deadline)) return server;
    await stop(server, cluster, 1_000);
    const said = server.readLog();
    // The children of a killed server need a moment to notice.
    const willPass = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said);
    if (!willPass || Date.now() > deadline) throw explainFailure(said, folder);
    await delay(200);
  }
}

async function becomesReady(server: ServerProcess, url: string, deadline: number): Promise<boolean> {
  while (!server.hasExited() && Date.now() < deadline) {
    if (await createDatabase(url)) return true;
    await delay(50);
  }
  return false;
}

/** Makes our database unless it exists; false while the server does not answer yet. */
async function createDatabase(url: string): Promise<boolean> {
  const maintenanceUrl = new URL(url);
  maintenanceUrl.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenanceUrl.href });
  // A connection that breaks also fails the query below.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    return true;
  } catch (error) {
    const startingUp = errorCode(error) === '57P03' || errorCode(error) === 'ECONNREFUSED';
    if (startingUp || errorCode(error) === 'ECONNRESET') return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stop(server: ServerProcess, cluster: string, withinMs: number): Promise<void> {
  server.shutDown();
  const timeout = setTimeout(() => {
    const pid = runningServer(cluster);
    if (pid) process.kill(pid, 'SIGQUIT');
  }, withinMs);
  await server.exited;
  clearTimeout(timeout);
}
