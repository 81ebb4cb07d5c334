import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { predictionSchema } from '#lib/contracts/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { runPrediction } from '#lib/predictions/index.ts';
import { closeQueue, work } from '#lib/queue/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { newApiToken } from '#lib/testing/api-scope.ts';
import { type CallOptions, callRoute, problemOf, type RouteHandler } from '#lib/testing/call-route.ts';
import { POST as cancel } from './predictions/[id]/cancel/route.ts';
import { GET as get } from './predictions/[id]/route.ts';
import { POST as create, GET as list, PUT as wrongMethod } from './predictions/route.ts';

vi.hoisted(() => {
  process.env.LECTERN_TEST_MODELS = '1';
});

let token: string;
beforeAll(async () => {
  token = await newApiToken();
  const noReading = () => Promise.reject(new Error('These tests read nothing.'));
  const engine = { size: 1, inspect: noReading, readPage: noReading };
  await work('run-prediction', 2, ({ predictionId }, { signal }) =>
    runPrediction(predictionId, { engine, signal }),
  );
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

type Options = Partial<CallOptions>;

const call = (handler: RouteHandler, path: string, options: Options = {}) =>
  callRoute(handler, path, { token, ...options });
const post = (body: unknown, options: Options = {}) =>
  call(create, '/predictions', { method: 'POST', body, ...options });
const read = (id: string, options: Options = {}) =>
  call(get, `/predictions/${id}`, { params: { id }, ...options });
const sleep = (seconds: number, more: object = {}) => ({
  version: 'lectern/sleep',
  input: { seconds },
  ...more,
});

describe('authentication', () => {
  it('comes before everything else', async () => {
    const replies = [
      await post('no json', { token: null }),
      await read('nothing', { token: null }),
      await call(list, '/predictions?cursor=x', { token: null }),
    ];
    for (const reply of replies) {
      expect(reply.status).toBe(401);
      expect(await problemOf(reply)).toMatchObject({
        title: 'Unauthenticated',
        detail: 'You did not pass an authentication token',
      });
    }
  });

  it.each(['Bearer nonsense', 'Bearer', 'Basic abc', 'nonsense'])(
    'does not take %j',
    async (authorization) => {
      const reply = await read('x', { token: null, headers: { authorization } });
      expect(reply.status).toBe(401);
      expect((await problemOf(reply)).detail).toBe('You did not pass a valid authentication token');
    },
  );

  it.each(['Token', 'bearer', 'BEARER'])('takes the scheme %s', async (scheme) => {
    const reply = await read('x', { token: null, headers: { authorization: `${scheme} ${token}` } });
    expect(reply.status).toBe(404);
  });

  it.each(['a\0', 'x'.repeat(26).toUpperCase(), '../x'])(
    'answers %j, which no id can be, with 404',
    async (id) => {
      const cancelled = await call(cancel, '/predictions/x/cancel', { method: 'POST', params: { id } });
      for (const reply of [await read('x', { params: { id } }), cancelled]) {
        expect(reply.status).toBe(404);
        await problemOf(reply);
      }
    },
  );

  it('lets a token do only what its scopes allow', async () => {
    const reader = await apiTokenOf(await createUser(), ['predictions:read']);
    expect((await call(list, '/predictions', { token: reader })).status).toBe(200);
    const refused = await post(sleep(0), { token: reader });
    expect(refused.status).toBe(403);
    expect((await problemOf(refused)).detail).toContain('scope');
  });
});

describe('waiting for the result', () => {
  it('answers with the result as soon as it is there', async () => {
    const startedAtMs = performance.now();
    const reply = await post(sleep(0), { headers: { prefer: 'wait' } });
    expect(reply.status).toBe(201);
    expect(reply.headers.get('preference-applied')).toBe('wait');
    const prediction = predictionSchema.parse(await reply.json());
    expect(prediction).toMatchObject({ status: 'succeeded', output: 'Slept for 0 s' });
    expect(prediction.metrics?.total_time).toBeGreaterThanOrEqual(prediction.metrics?.predict_time ?? 0);
    expect(performance.now() - startedAtMs).toBeLessThan(10_000);
  });

  it('answers a failure as a prediction, not as an error', async () => {
    const reply = await post(
      { version: 'lectern/sleep', input: { fail: 'Out of ink.' } },
      { headers: { prefer: 'wait=10' } },
    );
    expect(reply.status).toBe(201);
    expect(await reply.json()).toMatchObject({ status: 'failed', error: 'Out of ink.', output: null });
  });

  it('answers "starting" when the time is up, within the time, and the prediction goes on', async () => {
    const startedAtMs = performance.now();
    const reply = await post(sleep(30), { headers: { prefer: 'wait=1' } });
    expect(performance.now() - startedAtMs).toBeLessThan(1_400);
    expect(reply.headers.get('preference-applied')).toBe('wait=1');
    const { id, status } = predictionSchema.parse(await reply.json());
    expect(status).toBe('starting');
    const later = predictionSchema.parse(await (await read(id)).json());
    expect(later.status).toBe('processing');
    await call(cancel, `/predictions/${id}/cancel`, { method: 'POST', params: { id } });
  });
});

describe('reading and canceling', () => {
  it('show the same object', async () => {
    const created = predictionSchema.parse(await (await post(sleep(30))).json());
    const { id } = created;
    const reply = await call(cancel, `/predictions/${id}/cancel`, {
      method: 'POST',
      params: { id },
      headers: { 'content-type': 'application/json' },
    });
    expect(reply.status).toBe(200);
    const canceled = predictionSchema.parse(await reply.json());
    expect(canceled).toMatchObject({
      status: 'canceled',
      output: null,
      error: null,
      created_at: created.created_at,
    });
    expect(canceled.metrics?.predict_time).toBeGreaterThanOrEqual(0);
    expect(await (await read(id)).json()).toEqual(canceled);
    const again = await call(cancel, `/predictions/${id}/cancel`, { method: 'POST', params: { id } });
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(canceled);
  });

  it('do not find what belongs to others', async () => {
    const { id } = predictionSchema.parse(await (await post(sleep(0))).json());
    const other = await newApiToken();
    for (const reply of [
      await read(id, { token: other }),
      await call(cancel, `/predictions/${id}/cancel`, { method: 'POST', params: { id }, token: other }),
    ]) {
      expect(reply.status).toBe(404);
      expect((await problemOf(reply)).detail).toBe('The requested resource could not be found.');
    }
  });

  it('are the only things to do: other methods are named as wrong', async () => {
    const reply = await call(wrongMethod, '/predictions', { method: 'PUT', body: '{}' });
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET, HEAD, POST');
    await problemOf(reply);
  });
});
