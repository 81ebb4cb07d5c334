import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { newApiScope } from '#lib/testing/api-scope.ts';
import { newPrediction } from '#lib/testing/predictions.ts';
import { cancelPrediction } from './cancel-prediction.ts';
import { waitForPrediction } from './wait-for-prediction.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

let scope: Scope;
beforeAll(async () => {
  scope = await newApiScope();
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

const create = async () => (await newPrediction(scope)).id;
const never = new AbortController().signal;

it('wakes as soon as the prediction ends', async () => {
  const id = await create();
  const waiting = waitForPrediction(scope, id, { timeoutMs: 10_000, signal: never });
  const startedAtMs = performance.now();
  await cancelPrediction(scope, id);
  expect((await waiting)?.status).toBe('canceled');
  expect(performance.now() - startedAtMs).toBeLessThan(2_000);
});

it('does not wait for what has ended', async () => {
  const id = await create();
  await cancelPrediction(scope, id);
  const ended = await waitForPrediction(scope, id, { timeoutMs: 10_000, signal: never });
  expect(ended?.status).toBe('canceled');
});

it('answers in time that the prediction has not ended', async () => {
  const startedAtMs = performance.now();
  const prediction = await waitForPrediction(scope, await create(), { timeoutMs: 300.5, signal: never });
  expect(prediction).toBeNull();
  expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(295);
});

it('lets go when the caller does', async () => {
  const stop = new AbortController();
  const waiting = waitForPrediction(scope, await create(), { timeoutMs: 60_000, signal: stop.signal });
  stop.abort();
  expect(await waiting).toBeNull();
});
