import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isolationOf } from './isolation.ts';
import { startIsolated } from './start-isolated.ts';

let folder = '';
let listener: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-isolation-'));
  listener = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(listener, 'listening');
});
afterAll(async () => {
  listener.close();
  await rm(folder, { recursive: true });
});

function port(): number {
  const address: AddressInfo | string | null = listener.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Runs the code in an isolated process; answers the first thing it says. */
async function say(code: string, dataLimitMb = 2_048): Promise<unknown> {
  const entry = join(folder, `${code.length}-${dataLimitMb}.mjs`);
  await writeFile(entry, code);
  const child = startIsolated(entry, { dataLimitMb });
  const said = await Promise.race([
    once(child, 'message').then(([message]: unknown[]) => message),
    once(child, 'exit').then(([exitCode, signal]: unknown[]) => `ended: ${exitCode ?? signal}`),
  ]);
  child.kill('SIGKILL');
  return said;
}

/** Whether this system lets this user make a network of their own, asked without any of our code. */
function mayMakeNetwork(): boolean {
  return [['--net'], ['--user', '--map-root-user', '--net']].some(
    (spaces) => spawnSync('unshare', [...spaces, 'true']).status === 0,
  );
}

const connect = () => `
  import { connect } from 'node:net';
  const socket = connect(${port()}, '127.0.0.1');
  socket.on('connect', () => process.send('connected')).on('error', (error) => process.send(error.code));`;

describe('an isolated process', { timeout: 20_000 }, () => {
  it('meets a listener that others can reach', async () => {
    const socket = (await import('node:net')).connect(port(), '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
  });

  it.runIf(process.platform === 'linux')(
    'is confined by the kernel as far as this system lets us, and isolationOf tells so',
    async () => {
      const entry = join(folder, 'wait.mjs');
      await writeFile(entry, `process.send('up'); process.on('message', () => undefined);`);
      const child = startIsolated(entry, { dataLimitMb: 2_048 });
      await once(child, 'message');
      const isolation = await isolationOf(child.pid ?? 0);
      child.kill('SIGKILL');
      expect(isolation).toEqual({ memory: true, network: mayMakeNetwork() });
      expect(await say(connect())).toBe(mayMakeNetwork() ? 'ENETUNREACH' : 'connected');
    },
  );

  it.runIf(process.platform === 'linux')('cannot take more memory than its limit', async () => {
    const allocate = `
      const kept = [];
      for (let taken = 0; taken < 2048; taken += 64) kept.push(new Uint8Array(64 * 2 ** 20).fill(1));
      process.send('has two gigabytes');`;
    expect(await say(allocate, 1_024)).toMatch(/^ended/);
    expect(await say(allocate, 4_096)).toBe('has two gigabytes');
  });

  it('cannot write a file or start a program', async () => {
    const write = `
      import { writeFileSync } from 'node:fs';
      try { writeFileSync(${JSON.stringify(join(folder, 'written'))}, ''); process.send('written'); }
      catch (error) { process.send(error.code); }`;
    const run = `
      import { spawnSync } from 'node:child_process';
      try { spawnSync('true'); process.send('started'); } catch (error) { process.send(error.code); }`;
    expect(await say(write)).toBe('ERR_ACCESS_DENIED');
    expect(await say(run)).toBe('ERR_ACCESS_DENIED');
  });

  it('knows nothing of our environment but how to run', async () => {
    const names =
      'process.send(Object.keys(process.env).filter((name) => !/^(PWD|OLDPWD|_)$/.test(name)).sort());';
    expect(await say(names)).toEqual([
      'MALLOC_ARENA_MAX',
      'MALLOC_MMAP_THRESHOLD_',
      'NODE_ENV',
      'ORT_DISABLE_TELEMETRY',
    ]);
  });
});

it('nothing confines a process that is gone', async () => {
  expect(await isolationOf(2 ** 22 + 1)).toEqual({ network: false, memory: false });
});
