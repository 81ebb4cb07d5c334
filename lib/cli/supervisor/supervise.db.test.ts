import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findFreePort } from '../embedded-postgres/port.ts';
import { runningServer } from '../embedded-postgres/previous-server.ts';

const launcher = new URL('./fixtures/start-stand-ins.ts', import.meta.url).pathname;
const patience = { timeout: 15_000, interval: 20 };

let dataDir: string;
let port: number;
const started: Lectern[] = [];

type Lectern = { process: ChildProcess; output: Promise<string>; errors: Promise<string> };

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lectern-supervise-'));
  port = await findFreePort();
});

afterEach(async () => {
  for (const lectern of started.splice(0)) await end(lectern, 'SIGKILL');
  await vi.waitFor(() => expect(runningServer(join(dataDir, 'postgres/data'))).toBeUndefined(), patience);
  rmSync(dataDir, { recursive: true });
});

describe('supervise', () => {
  it('says where to go once, and ends everything within five seconds though programs refuse to', async () => {
    writeFileSync(join(dataDir, 'stubborn'), '');
    const lectern = await startReady();
    const web = standIn('web').pid;
    const worker = standIn('worker').pid;
    const askedAt = performance.now();
    await end(lectern, 'SIGTERM');
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    expect(lectern.process.exitCode).toBe(0);
    expect(await lectern.output).toBe(`Lectern is ready at http://localhost:${port}\n`);
    expect(await lectern.errors).toBe('');
    expect([isAlive(web), isAlive(worker)]).toEqual([false, false]);
    expect(runningServer(join(dataDir, 'postgres/data'))).toBeUndefined();
  });

  it('starts a killed program and a killed PostgreSQL again, each with one line', async () => {
    const lectern = await startReady();
    const { pid, databaseUrl } = standIn('worker');
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(standIn('worker').pid).not.toBe(pid), patience);
    process.kill(postgresId(), 'SIGKILL');
    await vi.waitFor(async () => expect(await canConnect(databaseUrl)).toBe(true), patience);
    await end(lectern, 'SIGKILL');
    expect(await lectern.errors).toMatch(
      /^worker ended \(SIGKILL\); starting it again in 0\.2 s\nPostgreSQL ended \(.*\); starting it again in 0\.2 s\n$/,
    );
  });

  it('refuses a second start on the same data and names the first', async () => {
    const first = await startReady();
    const second = start();
    await end(second);
    expect(second.process.exitCode).toBe(1);
    expect(await second.errors).toBe(
      `Lectern is already running on ${dataDir}: process ${first.process.pid}, http://localhost:${port}.\n`,
    );
    expect(await canConnect(standIn('web').databaseUrl)).toBe(true);
  });

  it('leaves nothing running when it is killed, and the next start takes over the data', async () => {
    const first = await startReady();
    const { pid: web, databaseUrl } = standIn('web');
    await execute(databaseUrl, "CREATE TABLE note AS SELECT 'kept' AS body");
    await end(first, 'SIGKILL');
    const second = start();
    await vi.waitFor(() => expect(standIn('web').pid).not.toBe(web), patience);
    await vi.waitFor(() => expect(isAlive(web)).toBe(false), patience);
    expect(standIn('web').databaseUrl).toBe(databaseUrl);
    expect(await execute(databaseUrl, 'SELECT body FROM note')).toEqual([{ body: 'kept' }]);
    expect(second.process.exitCode).toBeNull();
  });

  it('names PORT when another program has the port, and leaves no PostgreSQL behind', async () => {
    const other = createServer().listen(port);
    await once(other, 'listening');
    const lectern = start();
    await end(lectern);
    other.close();
    expect(lectern.process.exitCode).toBe(1);
    expect(await lectern.errors).toMatch(
      new RegExp(`^Port ${port} is in use by another program. Set PORT .*\n$`),
    );
    expect(runningServer(join(dataDir, 'postgres/data'))).toBeUndefined();
  });
});

function start(): Lectern {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [launcher], {
    env: { ...inherited, LECTERN_DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lectern = { process: child, output: text(child.stdout), errors: text(child.stderr) };
  started.push(lectern);
  return lectern;
}

async function startReady(): Promise<Lectern> {
  const lectern = start();
  let output = '';
  lectern.process.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  // Ready is the portal's word; the worker may still be starting.
  await vi.waitFor(async () => {
    if (lectern.process.exitCode !== null) throw new Error(await lectern.errors);
    expect(output).toContain('Lectern is ready');
    expect([standIn('web').pid, standIn('worker').pid]).toEqual([expect.any(Number), expect.any(Number)]);
  }, patience);
  return lectern;
}

async function end({ process: child }: Lectern, signal?: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  if (signal) child.kill(signal);
  await exited;
}

/** What a stand-in has left in the data folder; throws until it has. */
function standIn(name: 'web' | 'worker'): { pid: number; databaseUrl: string } {
  return JSON.parse(readFileSync(join(dataDir, `${name}.json`), 'utf8'));
}

function postgresId(): number {
  const pid = runningServer(join(dataDir, 'postgres/data'));
  if (!pid) throw new Error('PostgreSQL is not running.');
  return pid;
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

async function canConnect(databaseUrl: string): Promise<boolean> {
  return execute(databaseUrl, 'SELECT 1').then(
    () => true,
    () => false,
  );
}

async function execute(databaseUrl: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
