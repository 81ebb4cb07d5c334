import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EnginePool } from '#lib/engine/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import { createPrediction, waitForPrediction } from '#lib/predictions/index.ts';
import { closeQueue, enqueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { registerPredictionTasks } from './prediction-tasks.ts';

let runs = 0;
/** Fails for reasons that have nothing to do with the file. */
function diskIsFull(): Promise<never> {
  runs++;
  return Promise.reject(new Error('the disk is full'));
}
const pool: EnginePool = {
  size: 1,
  inspect: diskIsFull,
  readPage: diskIsFull,
  unlock: diskIsFull,
  searchablePdf: diskIsFull,
  renderPage: diskIsFull,
  close: async () => undefined,
};

beforeAll(() => registerPredictionTasks(pool, new AbortController().signal));
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

it('ends a prediction that fails again and again for reasons of ours, without telling them', async () => {
  const scope = await newApiScope();
  const { id } = await createPrediction(scope, {
    version: 'abiruyt/text-extract-ocr',
    input: { image: 'data:,x' },
    webhook: undefined,
    webhookEventsFilter: undefined,
    ownHosts: [],
  });
  // All of the task's reruns would take minutes.
  await database().$executeRaw`UPDATE pgboss.job SET retry_limit = 1 WHERE name = 'run-prediction'`;
  const ended = await waitForPrediction(scope, id, {
    timeoutMs: 15_000,
    signal: new AbortController().signal,
  });
  expect(ended).toMatchObject({ status: 'failed', error: expect.stringContaining('Try it again later') });
  expect(ended?.error).not.toContain('disk');
  expect(runs).toBe(2);
});

it('gives up a message that fails again and again for reasons of ours, and lets the next one go', async () => {
  const { workspaceId } = await newApiScope();
  const row = { id: newId(), workspaceId, model: 'a/b', version: 'c', input: {} };
  const { id: predictionId } = await database().prediction.create({ data: row });
  const [broken, next] = [newId(), newId()];
  const message = { workspaceId, predictionId, body: '{}' };
  await database().delivery.createMany({
    data: [
      { ...message, id: broken, event: 'start', state: 'pending', url: 'no address at all' },
      { ...message, id: next, event: 'completed', state: 'waiting', url: 'http://127.0.0.1:1/' },
    ],
  });
  await inTransaction(async (tx) => {
    await enqueue(tx, 'deliver-webhook', { deliveryId: broken, attempt: 1 });
    await tx.$executeRaw`UPDATE pgboss.job SET retry_limit = 0 WHERE name = 'deliver-webhook'`;
  });
  const stateOf = async (id: string) => (await database().delivery.findUnique({ where: { id } }))?.state;
  await eventually('the next message to go', async () => (await stateOf(next)) === 'pending');
  expect(await stateOf(broken)).toBe('gave_up');
});
