import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeEncryptedPdf } from '#lib/testing/hostile-files.ts';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import type { ReadingProgress } from '../reading-options.ts';
import { createEnginePool, type EnginePool, type EnginePoolOptions } from './create-engine-pool.ts';
import type { EngineEvent } from './engine-event.ts';

const lines = ['The first page of two', 'has a second line.'];
// Takes seconds to read, so that there is time to disturb it.
const denseLines = Array.from({ length: 45 }, (_, row) => `${row} ${'several words in a row, '.repeat(4)}`);

let folder = '';
let pdf = '';
let densePage = '';
let pool: EnginePool;
let events: EngineEvent[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-pool-'));
  pdf = join(folder, 'two-pages.pdf');
  densePage = join(folder, 'dense.png');
  const pageSize = { width: 300, height: 200 };
  await writeFile(pdf, await makePdf([lines, ['The second page']], { pageSize }));
  await writeFile(densePage, await makePageImage(denseLines, { fontSize: 10, dpi: 300 }));
});
afterEach(() => pool.close());
afterAll(() => rm(folder, { recursive: true }));

function openPool(options: Partial<EnginePoolOptions> = {}): EnginePool {
  events = [];
  pool = createEnginePool({ processes: 1, onEvent: (event) => events.push(event), ...options });
  return pool;
}

function pidsStarted(): number[] {
  return events.flatMap((event) => (event.type === 'child_started' && event.pid ? [event.pid] : []));
}

/** Never 0, which would name our own process group. */
function firstPid(): number {
  const [pid] = pidsStarted();
  if (pid === undefined) throw new Error('no child was started');
  return pid;
}

describe('createEnginePool', { timeout: 60_000 }, () => {
  it('inspects, reads and shows pages through its children', async () => {
    const { inspect, readPage, renderPage } = openPool();
    expect((await inspect(pdf)).pages).toHaveLength(2);
    expect((await readPage({ file: pdf, page: 1, languages: ['en'] })).text).toBe(lines.join('\n'));
    const webp = await renderPage({ file: pdf, page: 2, maxSide: 100 });
    expect(Buffer.from(webp.subarray(8, 12)).toString()).toBe('WEBP');
  });

  it('starts no child before there is work, and never more than its size', async () => {
    const { inspect, size } = openPool({ processes: 2 });
    expect(size).toBe(2);
    expect(pidsStarted()).toEqual([]);
    await Promise.all(Array.from({ length: 6 }, () => inspect(pdf)));
    expect(pidsStarted()).toHaveLength(2);
  });

  it('takes tasks in the order of the calls', async () => {
    const { readPage } = openPool();
    const ended: number[] = [];
    await Promise.all(
      [1, 2].map(async (page) => ended.push((await readPage({ file: pdf, page })).lines.length)),
    );
    expect(ended).toEqual([2, 1]);
  });

  it('passes on what a file is refused for, and keeps the child', async () => {
    const { inspect } = openPool();
    const file = join(folder, 'encrypted.pdf');
    await writeFile(file, makeEncryptedPdf());
    await expect(inspect(file)).rejects.toMatchObject({ name: 'EngineError', code: 'encrypted' });
    await inspect(pdf);
    expect(pidsStarted()).toHaveLength(1);
  });

  it('refuses an unknown language without starting work', async () => {
    const reading = openPool().readPage({ file: pdf, page: 1, languages: ['tlh'] });
    await expect(reading).rejects.toMatchObject({ code: 'unknown_language' });
    expect(pidsStarted()).toEqual([]);
  });

  it('reports a child that was killed in mid-read as crashed, and reads the next page with a fresh one', async () => {
    const { readPage } = openPool();
    await readPage({ file: pdf, page: 1 });
    const reading = readPage({ file: densePage, page: 1 });
    process.kill(firstPid(), 'SIGKILL');
    await expect(reading).rejects.toMatchObject({ code: 'crashed' });
    expect((await readPage({ file: pdf, page: 2 })).text).toBe('The second page');
    expect(pidsStarted()).toHaveLength(2);
  });

  it('lets the death of a child harm no other task', async () => {
    const { readPage } = openPool({ processes: 2 });
    const readings = [readPage({ file: densePage, page: 1 }), readPage({ file: pdf, page: 1 })];
    process.kill(firstPid(), 'SIGKILL');
    const [killed, other] = await Promise.allSettled(readings);
    expect(killed).toMatchObject({ status: 'rejected', reason: { code: 'crashed' } });
    expect(other).toMatchObject({ status: 'fulfilled', value: { text: lines.join('\n') } });
  });

  it('stops a task that takes longer than the time limit', async () => {
    const reading = openPool({ timeLimits: { baseMs: 300, perMegapixelMs: 0 } }).readPage({
      file: densePage,
      page: 1,
    });
    await expect(reading).rejects.toMatchObject({
      code: 'timed_out',
      message: expect.stringContaining('0.3 seconds'),
    });
  });

  it('gives a task more time by the megapixels of its page', async () => {
    const { readPage } = openPool({ timeLimits: { baseMs: 3_000, perMegapixelMs: 5_000 } });
    await readPage({ file: pdf, page: 1 });
    // Takes longer than three seconds on most machines.
    expect((await readPage({ file: densePage, page: 1 })).lines.length).toBeGreaterThan(40);
  });

  it('tells how far a page is: through all steps, never backwards', async () => {
    const told: ReadingProgress[] = [];
    await openPool().readPage(
      { file: densePage, page: 1 },
      { onProgress: (progress) => told.push(progress) },
    );
    const steps = told.map(({ step }) => step);
    expect(steps.filter((step, index) => step !== steps[index - 1])).toEqual([
      'open',
      'find',
      'read',
      'arrange',
    ]);
    const percents = told.map(({ percent }) => percent);
    expect(percents).toEqual(percents.toSorted((left, right) => left - right));
    expect(percents.length).toBeGreaterThan(8);
  });

  it.runIf(process.platform === 'linux')('stops a task that takes more memory than the limit', async () => {
    const reading = openPool({ memoryLimitMb: 120 }).readPage({ file: densePage, page: 1 });
    await expect(reading).rejects.toMatchObject({
      code: 'out_of_memory',
      message: expect.stringContaining('120 MB'),
    });
  });

  it('stops a running task within a second of its abort', async () => {
    const { readPage } = openPool();
    await readPage({ file: pdf, page: 1 });
    const controller = new AbortController();
    const reading = readPage({ file: densePage, page: 1 }, { signal: controller.signal });
    const abortedAt = performance.now();
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    await vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('child_ended'), {
      timeout: 5_000,
    });
    expect(performance.now() - abortedAt).toBeLessThan(1_000);
  });

  it('drops a waiting task on abort and leaves the running one alone', async () => {
    const { readPage } = openPool();
    const controller = new AbortController();
    const running = readPage({ file: pdf, page: 1 });
    const waiting = readPage({ file: pdf, page: 2 }, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    await running;
    expect(events.filter((event) => event.type === 'task_ended')).toHaveLength(1);
  });

  it('takes no task whose signal is aborted already', async () => {
    const inspecting = openPool().inspect(pdf, { signal: AbortSignal.abort() });
    await expect(inspecting).rejects.toMatchObject({ code: 'aborted' });
    expect(pidsStarted()).toEqual([]);
  });

  it('ends its children on close and rejects running, waiting and later tasks', async () => {
    const { readPage, close } = openPool();
    const readings = [1, 2].map((page) => readPage({ file: pdf, page }));
    const outcome = Promise.allSettled(readings);
    await close();
    const aborted = { status: 'rejected', reason: { code: 'aborted' } };
    expect(await outcome).toMatchObject([aborted, aborted]);
    await expect(readPage({ file: pdf, page: 1 })).rejects.toMatchObject({ code: 'aborted' });
    for (const pid of pidsStarted()) expect(() => process.kill(pid, 0)).toThrow();
  });

  it('tells what each task cost', async () => {
    await openPool().inspect(pdf);
    const ended = events.find((event) => event.type === 'task_ended');
    expect(ended).toMatchObject({ task: 'inspect', code: null });
    expect(ended?.usage?.cpuMs).toBeGreaterThan(0);
    expect(ended?.usage?.residentBytes).toBeGreaterThan(2 ** 20);
  });
});
