import { predictionSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callApi, expectProblem, unknownId } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('getPrediction', { path: `/predictions/${unknownId}` });

const missing = { title: 'Not found', detail: 'The requested resource could not be found.' };

test('200 is what was created, and its status only goes on', async ({ apiToken: token, replicate }) => {
  const input = { seconds: 0.3, logs: 2, log_interval_ms: 100 };
  const created = await replicate.predictions.create({ model: 'lectern/sleep', input });
  const seen: string[] = [];
  await expect
    .poll(
      async () => {
        const { status, json } = await callApi('GET', `/predictions/${created.id}`, { token });
        expect(status).toBe(200);
        const now = predictionSchema.strict().parse(json);
        expect(now.created_at).toBe(created.created_at);
        seen.push(now.status);
        return now.status;
      },
      { intervals: [30] },
    )
    .toBe('succeeded');
  const order = ['starting', 'processing', 'succeeded'];
  expect(seen).toEqual(seen.toSorted((left, right) => order.indexOf(left) - order.indexOf(right)));
});

for (const [what, ending, more] of [
  ['succeeded', {}, { output: 'Slept for 0 s', error: null }],
  ['failed', { fail: 'Out of ink.' }, { output: null, error: 'Out of ink.' }],
] as const)
  test(`200 tells times and figures of one that ${what}`, async ({ apiToken: token }) => {
    const headers = { prefer: 'wait' };
    const body = { version: 'lectern/sleep', input: ending };
    const { json } = await callApi('POST', '/predictions', { token, headers, body });
    const { id } = predictionSchema.parse(json);
    const reply = await callApi('GET', `/predictions/${id}`, { token });
    expect(reply.json).toEqual(json);
    const ended = predictionSchema.parse(reply.json);
    expect(ended).toMatchObject({ status: what, ...more });
    const [created = 0, started = 0, completed = 0] = [
      ended.created_at,
      ended.started_at,
      ended.completed_at,
    ].map((time) => Date.parse(String(time)));
    expect(ended.metrics?.predict_time).toBeCloseTo((completed - started) / 1_000, 3);
    expect(ended.metrics?.total_time).toBeCloseTo((completed - created) / 1_000, 3);
  });

test('200 has nothing left of one whose data was removed, but what happened', async ({ apiToken: token }) => {
  const headers = { prefer: 'wait' };
  const body = { version: 'lectern/sleep', input: { logs: 1, log_interval_ms: 0 } };
  const created = await callApi('POST', '/predictions', { token, headers, body });
  const before = predictionSchema.parse(created.json);
  await sharedDatabase('UPDATE prediction SET data_removed_at = now() WHERE id = $1', before.id);
  const { json } = await callApi('GET', `/predictions/${before.id}`, { token });
  expect(json).toEqual({ ...before, data_removed: true, input: {}, output: null, logs: '' });
});

test('200 comes without a redirect, also behind a slash, and to HEAD without a body', async ({
  apiToken: token,
  replicate,
}) => {
  const { id } = await replicate.predictions.create({ model: 'replicate/canary', input: { text: 'x' } });
  expect((await callApi('GET', `/predictions/${id}/`, { token })).status).toBe(200);
  const head = await callApi('HEAD', `/predictions/${id}`, { token });
  expect([head.status, head.text]).toEqual([200, '']);
});

for (const id of [
  unknownId,
  unknownId.slice(1),
  'X'.repeat(26),
  'a%00',
  '%2e%2e%2fmodels',
  'x'.repeat(2_000),
])
  test(`404 answers the id ${id.slice(0, 30)}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('GET', `/predictions/${id}`, { token }), 404, missing);
  });

test('404 answers a key of another workspace', async ({ replicate }) => {
  const { id } = await replicate.predictions.create({ model: 'replicate/canary', input: { text: 'x' } });
  const token = await apiTokenOf(await createUser());
  expectProblem(await callApi('GET', `/predictions/${id}`, { token }), 404, missing);
});
