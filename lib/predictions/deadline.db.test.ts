import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { closeLive } from '#lib/live/index.ts';
import type { ModelEngine } from '#lib/models/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import type { PredictionRequest } from './create-prediction.ts';
import { endOverduePrediction } from './end-overdue-prediction.ts';
import { getPrediction } from './get-prediction.ts';
import { runPrediction } from './run-prediction.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
  process.env.LECTERN_ALLOW_HTTP_WEBHOOKS = '1';
  process.env.LECTERN_ALLOW_PRIVATE_ADDRESSES = '1';
});

let scope: Scope;
beforeAll(async () => {
  scope = await newApiScope();
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

const unused = () => Promise.reject(new Error('No page is read here.'));
const engine: ModelEngine = { size: 1, inspect: unused, readPage: unused };
const running = () => ({ engine, signal: new AbortController().signal });

const create = (request: Partial<PredictionRequest>) => newPrediction(scope, request);

describe('a deadline', () => {
  it('that comes before the start aborts the prediction, which is told of as ended', async () => {
    const { id } = await create({
      cancelAfterSeconds: 5,
      webhook: 'http://127.0.0.1:9/',
      input: { fail: 'x' },
    });
    await endOverduePrediction(id);
    const ended = await getPrediction(scope, id);
    expect(ended).toMatchObject({ status: 'aborted', startedAt: null, error: null });
    expect(ended.completedAt).not.toBeNull();
    const told = await database().delivery.findMany({ where: { predictionId: id } });
    expect(told.map(({ event }) => event)).toEqual(['completed']);
    await runPrediction(id, running());
    expect(await getPrediction(scope, id)).toEqual(ended);
  });

  it('that comes while the model runs cancels the prediction and stops the model', async () => {
    const { id } = await create({ cancelAfterSeconds: 5, input: { seconds: 600 } });
    const run = runPrediction(id, running());
    await eventually('the start', async () => (await getPrediction(scope, id)).status === 'processing');
    await endOverduePrediction(id);
    await run;
    expect((await getPrediction(scope, id)).status).toBe('canceled');
  });

  it('that has passed when the turn comes lets nothing start', async () => {
    const { id } = await create({ cancelAfterSeconds: -1 });
    await runPrediction(id, running());
    expect(await getPrediction(scope, id)).toMatchObject({ status: 'aborted', logs: '' });
  });

  it('that comes after the end changes nothing', async () => {
    const { id } = await create({ cancelAfterSeconds: 5 });
    await runPrediction(id, running());
    const ended = await getPrediction(scope, id);
    await endOverduePrediction(ended.id);
    expect(await getPrediction(scope, ended.id)).toEqual(ended);
  });
});
