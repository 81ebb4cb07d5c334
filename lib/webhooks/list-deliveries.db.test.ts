import { expect, it } from 'vitest';
import { authorize } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId, type Position } from '#lib/platform/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { listDeliveries } from './index.ts';

it('a walk through the list meets every delivery once, there and back, though many are of the same moment', async () => {
  const { workspaceId } = await newApiScope();
  const scope = authorize({ kind: 'system', reason: 'test' }, workspaceId, 'webhook:read');
  const row = { workspaceId, model: 'a/b', version: 'c', input: {} };
  const { id: predictionId } = await database().prediction.create({ data: { id: newId(), ...row } });
  await database().delivery.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({
      id: newId(),
      workspaceId,
      predictionId,
      event: 'completed' as const,
      url: 'https://example.org/',
      body: '',
      state: 'delivered' as const,
      createdAt: new Date(1_700_000_000_000 + Math.floor(index / 40)),
    })),
  });

  async function walk(direction: 'newer' | 'older', start: Position | null): Promise<string[][]> {
    const { items, [direction]: next } = await listDeliveries(scope, ['delivered'], start);
    const ids = items.map(({ id }) => id);
    return next ? [ids, ...(await walk(direction, next))] : [ids];
  }
  const there = await walk('older', null);
  expect(there.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(new Set(there.flat()).size).toBe(120);
  const back = await walk('newer', { direction: 'newer', createdAt: new Date(0), id: '' });
  expect(back.toReversed().flat()).toEqual(there.flat());
  expect((await listDeliveries(scope, ['gave_up'])).items).toEqual([]);
});
