import { once } from 'node:events';
import { request } from 'node:http';
import { predictionSchema } from '#lib/contracts/index.ts';
import { callApi } from '../fixtures/api-call.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

// The header `Prefer` of a creation (contract 6.6).

const path = '/models/lectern/sleep/predictions';
const sleeping = (seconds: number) => ({ input: { seconds } });

for (const [prefer, applied] of [
  ['wait', 'wait'],
  ['wait=10', 'wait=10'],
  ['wait=60', 'wait=60'],
  ['wait=90', 'wait=60'],
  ['WAIT = "5"', 'wait=5'],
  ['respond-async, wait=5', 'wait=5'],
  ['handling=lenient, wait=5; why=not', 'wait=5'],
] as const)
  test(`${prefer} holds the reply until the prediction has ended`, async ({ apiToken: token }) => {
    const body = sleeping(0.1);
    const { status, headers, json } = await callApi('POST', path, { token, headers: { prefer }, body });
    expect(status).toBe(201);
    expect(headers.get('preference-applied')).toBe(applied);
    const ended = predictionSchema.parse(json);
    expect(ended).toMatchObject({ status: 'succeeded', output: 'Slept for 0.1 s' });
    expect(headers.get('location')).toBe(ended.urls.get);
  });

for (const prefer of ['respond-async', 'wait=0', 'wait=-1', 'wait=1.5', 'wait=soon', 'wait=', 'waiting=5'])
  test(`${prefer} is answered at once`, async ({ apiToken: token, replicate }) => {
    const body = sleeping(30);
    const { status, headers, json } = await callApi('POST', path, { token, headers: { prefer }, body });
    expect(status).toBe(201);
    expect(headers.has('preference-applied')).toBe(false);
    const created = predictionSchema.parse(json);
    expect(created.status).toBe('starting');
    await replicate.predictions.cancel(created.id);
  });

test('several headers are read as one list', async ({ apiToken }) => {
  const asked = request(`${serverUrl()}/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiToken}`, prefer: ['respond-async', 'wait=7'] },
  });
  asked.end(JSON.stringify(sleeping(0)));
  const [reply] = await once(asked, 'response');
  reply.resume();
  expect(reply.headers['preference-applied']).toBe('wait=7');
});

test('a failure is a prediction, not an error', async ({ apiToken: token }) => {
  const body = { input: { fail: true } };
  const reply = await callApi('POST', path, { token, headers: { prefer: 'wait' }, body });
  expect(reply.status).toBe(201);
  expect(reply.json).toMatchObject({ status: 'failed', error: 'Told to fail.', output: null });
});

test('`starting` is the answer when the time is over, though it runs, and the prediction goes on', async ({
  apiToken: token,
  replicate,
}) => {
  const headers = { prefer: 'wait=1' };
  async function ask(): Promise<unknown> {
    const askedAt = performance.now();
    const { json } = await callApi('POST', path, { token, headers, body: sleeping(30) });
    const waitedMs = performance.now() - askedAt;
    expect(waitedMs).toBeGreaterThan(900);
    // The Python client hangs up half a second after the time it asked for.
    expect(waitedMs).toBeLessThan(1_500);
    return json;
  }
  // A machine with too much to do may be late, but not three times.
  const json = await ask().catch(ask).catch(ask);
  const { id, status } = predictionSchema.parse(json);
  expect(status).toBe('starting');
  await expect.poll(async () => (await replicate.predictions.get(id)).status).toBe('processing');
  await replicate.predictions.cancel(id);
});

test('a cancellation ends the wait', async ({ apiToken: token, replicate }) => {
  const headers = { prefer: 'wait' };
  const held = callApi('POST', path, { token, headers, body: sleeping(60) });
  await expect.poll(async () => (await replicate.predictions.list()).results.length).toBe(1);
  const [waiting] = (await replicate.predictions.list()).results;
  const canceled = await replicate.predictions.cancel(String(waiting?.id));
  expect((await held).json).toEqual(canceled);
});

test('the prediction goes on when the caller hangs up', async ({ apiToken, replicate }) => {
  const held = fetch(`${serverUrl()}/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiToken}`, prefer: 'wait' },
    body: JSON.stringify(sleeping(1.5)),
    signal: AbortSignal.timeout(500),
  });
  await expect(held).rejects.toThrow();
  const statuses = async () => (await replicate.predictions.list()).results.map(({ status }) => status);
  await expect.poll(statuses, { intervals: [100] }).toEqual(['succeeded']);
});
