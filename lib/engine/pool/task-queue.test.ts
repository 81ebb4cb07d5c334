import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makePdf } from '#lib/testing/image-factory.ts';
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
