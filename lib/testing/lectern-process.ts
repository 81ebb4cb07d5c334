import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const project = resolve(import.meta.dirname, '../..');
/** A first start may have to build the portal. */
const START_TIMEOUT_MS = 240_000;

/** What every test server is started with: programs on this machine may call it and be called by it. */
export const testSettings = {
  LECTERN_SECRET: 'a secret that only the tests know, 32 characters or more',
  LECTERN_TEST_MODELS: '1',
  LECTERN_ALLOW_HTTP_WEBHOOKS: '1',
  LECTERN_ALLOW_PRIVATE_ADDRESSES: '1',
};

export type Lectern = {
  url: string;
  port: number;
  dataDir: string;
  supervisor: ChildProcess;
  /** Everything it has written so far, to both of its outputs. */
  said: () => string;
};

/** `npm start` with a data folder of its own, not waited for. */
export function launchLectern({
  dataDir,
  port,
  settings = {},
}: {
  dataDir: string;
  port: number;
  settings?: NodeJS.Dict<string>;
}): Lectern {
  const url = `http://localhost:${port}`;
  const supervisor = spawn(process.execPath, ['lib/cli/start.ts'], {
    cwd: project,
    env: {
      ...withoutSettings(process.env),
      ...testSettings,
      NODE_ENV: 'production',
      PORT: String(port),
      LECTERN_DATA_DIR: dataDir,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return { url, port, dataDir, supervisor, said: () => said };
}

/** `npm start`, waited for until it says that people may come. */
export async function startLectern(options: Parameters<typeof launchLectern>[0]): Promise<Lectern> {
  const lectern = launchLectern(options);
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!lectern.said().includes('Lectern is ready')) {
    if (hasEnded(lectern.supervisor) || Date.now() > deadline) {
      lectern.supervisor.kill('SIGKILL');
      throw new Error(`Lectern did not start:\n${lectern.said()}`);
    }
    await new Promise((next) => setTimeout(next, 50));
  }
  return lectern;
}

/** Sends the signal and waits for the end. @returns the exit code, null when a signal ended it. */
export async function endLectern({ supervisor }: Lectern, signal: NodeJS.Signals = 'SIGTERM') {
  if (!hasEnded(supervisor)) {
    const ended = once(supervisor, 'exit');
    supervisor.kill(signal);
    await ended;
  }
  return supervisor.exitCode;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A data folder that nobody has used, and how to remove it. */
export function newDataDir(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'lectern-e2e-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('The system has no free port.');
  return address.port;
}

/** Where the embedded database of a running Lectern is. */
export function databaseUrlOf(dataDir: string): string {
  const folder = join(dataDir, 'postgres');
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const port = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://lectern:${password}@127.0.0.1:${port}/lectern`;
}

/** The developer's own settings must not reach a test's server. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.Dict<string> {
  const ours = /^(LECTERN_|REPLICATE_|SMTP_|OIDC_|DATABASE_URL$|PUBLIC_URL$|PORT$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
