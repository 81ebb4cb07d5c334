import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { createEnginePool, type EnginePool, type EnginePoolOptions } from './create-engine-pool.ts';
import type { EngineEvent } from './engine-event.ts';

type Seen = { type: EngineEvent['type']; pid: number; at: number };

let folder = '';
let pdf = '';
let densePage = '';
let pool: EnginePool;
let seen: Seen[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-replacement-'));
  pdf = join(folder, 'pages.pdf');
  densePage = join(folder, 'dense.png');
  await writeFile(
    pdf,
    await makePdf([['one'], ['two'], ['three']], { pageSize: { width: 200, height: 100 } }),
  );
  const lines = Array.from({ length: 45 }, (_, row) => `${row} ${'several words in a row, '.repeat(4)}`);
  await writeFile(densePage, await makePageImage(lines, { fontSize: 10, dpi: 300 }));
});
afterEach(() => pool.close());
afterAll(() => rm(folder, { recursive: true }));

function openPool(options: Partial<EnginePoolOptions> = {}): EnginePool {
  const own: Seen[] = [];
  seen = own;
  pool = createEnginePool({
    processes: 1,
    onEvent: ({ type, pid }) => pid !== undefined && own.push({ type, pid, at: performance.now() }),
    ...options,
  });
  return pool;
}

function events(type: EngineEvent['type']): Seen[] {
  return seen.filter((event) => event.type === type);
}

async function nth(type: EngineEvent['type'], count: number): Promise<Seen> {
  return await vi.waitFor(
    () => {
      const event = events(type)[count - 1];
      if (!event) throw new Error(`only ${events(type).length} × ${type}`);
      return event;
    },
    { timeout: 20_000, interval: 10 },
  );
}

describe('a child that ended', { timeout: 60_000 }, () => {
  it('is replaced within a second, before there is more work, and the next page goes to the new one', async () => {
    const { readPage } = openPool();
    await readPage({ file: pdf, page: 1 });
    process.kill((await nth('child_started', 1)).pid, 'SIGKILL');
    const ended = await nth('child_ended', 1);
    const replacement = await nth('child_started', 2);
    expect(replacement.at - ended.at).toBeLessThan(1_000);
    await nth('child_ready', 2);
    expect((await readPage({ file: pdf, page: 2 })).text).toBe('two');
    expect(events('child_started')).toHaveLength(2);
    expect((await nth('task_ended', 2)).pid).toBe(replacement.pid);
  });

  it('is not replaced when it had no page to read: that could go on for ever', async () => {
    const { readPage } = openPool();
    await readPage({ file: pdf, page: 1 });
    process.kill((await nth('child_started', 1)).pid, 'SIGKILL');
    process.kill((await nth('child_started', 2)).pid, 'SIGKILL');
    await nth('child_ended', 2);
    expect(events('child_started')).toHaveLength(2);
    expect((await readPage({ file: pdf, page: 2 })).text).toBe('two');
  });
});

describe('a listener that throws', { timeout: 60_000 }, () => {
  it('ends its own page with what it threw, and the pages behind it are read', async () => {
    const { readPage } = openPool();
    const cause = new Error('The listener is broken.');
    const failing = readPage(
      { file: pdf, page: 1, textLayer: 'off' },
      {
        onProgress() {
          throw cause;
        },
      },
    );
    const next = readPage({ file: pdf, page: 2 });
    await expect(failing).rejects.toMatchObject({ code: 'aborted', cause });
    expect((await next).text).toBe('two');
  });
});

describe.runIf(process.platform !== 'win32')('a child that hangs', { timeout: 60_000 }, () => {
  it('fails its own page with the reason; the pages beside and behind it are read', async () => {
    const { readPage } = openPool({ processes: 2, timeLimits: { baseMs: 15_000, perMegapixelMs: 0 } });
    const hanging = readPage({ file: pdf, page: 1 });
    const others = [2, 3, 1].map((page) => readPage({ file: pdf, page }));
    process.kill((await nth('child_started', 1)).pid, 'SIGSTOP');
    await expect(hanging).rejects.toMatchObject({
      code: 'timed_out',
      message: expect.stringContaining('15 seconds'),
    });
    expect((await Promise.all(others)).map(({ text }) => text)).toEqual(['two', 'three', 'one']);
  });

  it('still ends within a second of an abort', async () => {
    const { readPage } = openPool();
    await readPage({ file: pdf, page: 1 });
    const { pid } = await nth('child_started', 1);
    const { promise: stopped, resolve: noteStopped } = Promise.withResolvers<void>();
    const controller = new AbortController();
    const reading = readPage(
      { file: densePage, page: 1 },
      {
        signal: controller.signal,
        onProgress() {
          process.kill(pid, 'SIGSTOP');
          noteStopped();
        },
      },
    );
    const outcome = expect(reading).rejects.toMatchObject({ code: 'aborted' });
    await stopped;
    const abortedAt = performance.now();
    controller.abort();
    await outcome;
    expect((await nth('child_ended', 1)).at - abortedAt).toBeLessThan(1_000);
  });
});
