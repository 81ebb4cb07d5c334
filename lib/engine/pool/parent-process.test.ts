import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makePageImage } from '#lib/testing/image-factory.ts';

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-parent-'));
  file = join(folder, 'page.png');
  const lines = Array.from({ length: 45 }, () => 'several words in a row, many times over on one page');
  await writeFile(file, await makePageImage(lines, { dpi: 300 }));
});
afterAll(() => rm(folder, { recursive: true }));

/** A process that opens a pool, prints the ids of its children, and runs the given code on the pool. */
function startParent(code: string) {
  const script = `
    import { createEnginePool } from ${JSON.stringify(new URL('../index.ts', import.meta.url).href)};
    const file = ${JSON.stringify(file)};
    const pool = createEnginePool({
      processes: 1,
      onEvent: (event) => event.type === 'child_started' && console.log(event.pid),
    });
    ${code}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

async function childPidOf(parent: ReturnType<typeof startParent>): Promise<number> {
  const [line] = await once(createInterface(parent.stdout), 'line');
  return Number(line);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the process that owns a pool', { timeout: 60_000 }, () => {
  it('leaves no child behind when it is killed', async () => {
    const parent = startParent('await pool.readPage({ file, page: 1 });');
    const child = await childPidOf(parent);
    expect(isAlive(child)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(child)).toBe(false), { timeout: 20_000, interval: 50 });
  });

  it('may end without closing the pool: idle children do not hold it', async () => {
    const parent = startParent('await pool.inspect(file);');
    const child = await childPidOf(parent);
    const [code] = await once(parent, 'exit');
    expect(code).toBe(0);
    await vi.waitFor(() => expect(isAlive(child)).toBe(false), { timeout: 20_000, interval: 50 });
  });

  it('decides alone what Ctrl-C in its terminal means: children keep working and stay silent', async () => {
    const parent = startParent(`
      process.on('SIGINT', () => undefined);
      await pool.inspect(file);
      process.kill(-process.pid, 'SIGINT');
      await pool.inspect(file);`);
    const output = Promise.all([text(parent.stdout), text(parent.stderr)]);
    const [code] = await once(parent, 'exit');
    const [pids, errors] = await output;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    // One child did both tasks.
    expect(pids.trim().split('\n')).toHaveLength(1);
  });
});
