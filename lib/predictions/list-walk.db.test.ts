import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId, type Position, pageOf } from '#lib/platform/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { listEntries } from './prediction-store.ts';

// The same walks each time; another seed tries others.
const options = { numRuns: 15, seed: 1902 };
const NEWEST = Date.parse('2026-03-01T10:00:00Z');

/** Few moments for many rows, so that several share one. */
const moment = fc.integer({ min: 0, max: 5 });
const moments = (max: number) => fc.array(moment, { maxLength: max });
const walk = fc.record({
  before: moments(14),
  /** What is inserted before each further page. */
  meanwhile: fc.array(moments(3), { maxLength: 6 }),
  pageSize: fc.integer({ min: 1, max: 5 }),
});

async function insert({ workspaceId }: Scope, minutesAgo: readonly number[]): Promise<string[]> {
  const rows = minutesAgo.map((minutes) => ({
    id: newId(),
    workspaceId,
    model: 'a/b',
    version: 'c',
    input: {},
    createdAt: new Date(NEWEST - minutes * 60_000),
  }));
  await database().prediction.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

async function page(scope: Scope, position: Position | null, size: number) {
  return pageOf(await listEntries(scope, {}, position, size + 1), position, size);
}

it('shows every row once on any walk, whatever is inserted on the way, and the way back the same', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(walk, async ({ before, meanwhile, pageSize }) => {
      const scope = await newApiScope();
      const early = await insert(scope, before);
      const seen: string[] = [];
      let here = await page(scope, null, pageSize);
      for (let step = 0; ; step++) {
        seen.push(...here.items.map(({ id }) => id));
        if (!here.older) break;
        await insert(scope, meanwhile[step] ?? []);
        here = await page(scope, here.older, pageSize);
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(early));

      const back = here.items.map(({ id }) => id);
      while (here.newer) {
        here = await page(scope, here.newer, pageSize);
        back.unshift(...here.items.map(({ id }) => id));
      }
      const all = await database().prediction.findMany({
        where: { workspaceId: scope.workspaceId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      });
      expect(back).toEqual(all.map(({ id }) => id));
    }),
    options,
  );
});
