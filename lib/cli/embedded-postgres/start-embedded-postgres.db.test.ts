import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runningServer } from './previous-server.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

let folder: string;
const running: EmbeddedPostgres[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-embedded-'));
});

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  rmSync(folder, { recursive: true });
});

describe('startEmbeddedPostgres', () => {
  // mkdtemp's folder is closed to other accounts: as root, PostgreSQL works in a place it cannot walk to.
  it('serves a UTF-8 database on the loopback address only, behind a password', async () => {
    const { url } = await start();
    expect(await query(url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(url, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    const withoutPassword = new URL(url);
    withoutPassword.password = 'guessed';
    await expect(query(withoutPassword.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(folder, 'password')).mode & 0o077).toBe(0);
  });

  it('has the extensions that search needs', async () => {
    const { url } = await start();
    await query(url, 'CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent');
    expect(await query(url, "SELECT unaccent('Müller') AS plain")).toEqual([{ plain: 'Muller' }]);
  });

  it('keeps its data and its port from one start to the next', async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE note AS SELECT 'kept' AS body");
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT body FROM note')).toEqual([{ body: 'kept' }]);
  });

  it('recovers what was acknowledged before the server was killed', async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE note AS SELECT 'kept' AS body");
    process.kill(serverId(), 'SIGKILL');
    await first.exited;
    const second = await start();
    expect(await query(second.url, 'SELECT body FROM note')).toEqual([{ body: 'kept' }]);
  });

  it('ends the server that an earlier start left behind before it uses the files', async () => {
    const first = await start();
    const left = serverId();
    const second = await start();
    await first.exited;
    expect(serverId()).not.toBe(left);
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says what PostgreSQL said when it cannot start', async () => {
    const options = { folder, settings: { shared_buffers: 'much' } };
    await expect(startEmbeddedPostgres(options)).rejects.toThrow(/does not start.*\n.*shared_buffers/);
  });

  it.runIf(process.getuid?.() === 0)('runs as an ordinary account when root starts it', async () => {
    await start();
    const owner = readFileSync(`/proc/${serverId()}/status`, 'utf8').match(/^Uid:\s+(\d+)/m)?.[1];
    expect(Number(owner)).toBeGreaterThan(0);
    expect(statSync(join(folder, 'password')).uid).toBe(0);
  });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ folder });
  running.push(postgres);
  return postgres;
}

function serverId(): number {
  const pid = runningServer(join(folder, 'data'));
  // Never 0: a signal to that would reach the test runner, too.
  if (!pid) throw new Error('PostgreSQL is not running.');
  return pid;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // A killed server also fails the query.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
