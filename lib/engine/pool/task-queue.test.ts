import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makePageImage, makePdf } from '#lib/testing/image-factory.ts';
import { createTaskQueue } from './task-queue.ts';

it('replaces a child that has grown above its share, without failing a task', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-queue-'));
  const file = join(folder, 'page.pdf');
  await writeFile(file, await makePdf([['text']]));
  const pids = new Set<number | undefined>();
  const queue = createTaskQueue({
    size: 1,
    timeLimits: { baseMs: 30_000, perMegapixelMs: 0 },
    memoryLimitMb: 1_000,
    recycleAboveMb: 1,
    emit: (event) => pids.add(event.pid),
  });
  const replies = await Promise.all([1, 2].map(() => queue.submit({ kind: 'inspect', file })));
  expect(replies.map(({ outcome }) => outcome)).toEqual(['success', 'success']);
  expect(pids.size).toBe(2);
  await queue.close();
  await rm(folder, { recursive: true });
}, 30_000);

it('tries a page that breaks the memory limit in a used child once more in a fresh one, and no more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-queue-'));
  const [small, large] = [join(folder, 'page.pdf'), join(folder, 'large.png')];
  await writeFile(small, await makePdf([['text']]));
  const lines = Array.from({ length: 45 }, () => 'several words in a row, '.repeat(4));
  await writeFile(large, await makePageImage(lines, { fontSize: 10, dpi: 300 }));
  const tries: (number | undefined)[] = [];
  const queue = createTaskQueue({
    size: 1,
    timeLimits: { baseMs: 60_000, perMegapixelMs: 60_000 },
    // Enough for Node, for no page.
    memoryLimitMb: 170,
    recycleAboveMb: 1_000,
    emit: (event) => event.type === 'task_ended' && event.code === 'out_of_memory' && tries.push(event.pid),
  });
  const read = () => queue.submit({ kind: 'readPage', file: large, page: 1 });
  await queue.submit({ kind: 'inspect', file: small });
  await expect(read()).rejects.toMatchObject({ code: 'out_of_memory' });
  expect(new Set(tries).size).toBe(2);
  expect(tries).toHaveLength(2);
  await queue.close();
  await rm(folder, { recursive: true });
}, 60_000);
