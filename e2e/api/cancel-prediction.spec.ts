import { predictionSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callApi, expectProblem, unknownId } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('cancelPrediction', { path: `/predictions/${unknownId}/cancel` });

const missing = { title: 'Not found', detail: 'The requested resource could not be found.' };

async function create(token: string, input: object, headers: Record<string, string> = {}) {
  const body = { version: 'lectern/sleep', input };
  const { json } = await callApi('POST', '/predictions', { token, headers, body });
  return predictionSchema.parse(json);
}

test('200 is canceled at once, with all that an end has', async ({ apiToken: token }) => {
  const { id } = await create(token, { seconds: 60 });
  const reply = await callApi('POST', `/predictions/${id}/cancel`, { token });
  expect(reply.status).toBe(200);
  const canceled = predictionSchema.parse(reply.json);
  expect(canceled).toMatchObject({ id, status: 'canceled', output: null, error: null, logs: '' });
  expect(canceled.started_at).toBeTruthy();
  expect(canceled.completed_at).toBeTruthy();
  expect(canceled.metrics?.total_time).toBeLessThan(60);
  expect((await callApi('GET', `/predictions/${id}`, { token })).json).toEqual(canceled);
});

test('200 stands against a result that comes later', async ({ apiToken: token, replicate }) => {
  const { id } = await create(token, { seconds: 1 });
  await expect
    .poll(async () => (await replicate.predictions.get(id)).status, { intervals: [30] })
    .toBe('processing');
  const { json: canceled } = await callApi('POST', `/predictions/${id}/cancel`, { token });
  // What is created now ends later than the canceled one would have ended.
  const later = await create(token, { seconds: 1.5 }, { prefer: 'wait' });
  expect(later.status).toBe('succeeded');
  expect((await callApi('GET', `/predictions/${id}`, { token })).json).toEqual(canceled);
});

for (const [what, input] of [
  ['succeeded', {}],
  ['failed', { fail: true }],
] as const)
  test(`200 leaves one that has ${what} as it is, however often`, async ({ apiToken: token }) => {
    const ended = await create(token, input, { prefer: 'wait' });
    expect(ended.status).toBe(what);
    for (let time = 0; time < 2; time++) {
      const reply = await callApi('POST', `/predictions/${ended.id}/cancel`, { token });
      expect(reply.status).toBe(200);
      expect(reply.json).toEqual(ended);
    }
  });

for (const [what, headers, body] of [
  ['an empty body that claims to be JSON', { 'content-type': 'application/json' }, ''],
  ['a body that means nothing', { 'content-type': 'application/json' }, '{"what'],
  ['neither body nor type', {}, undefined],
] as const)
  test(`200 answers ${what}`, async ({ apiToken: token }) => {
    const { id } = await create(token, { seconds: 60 });
    const reply = await callApi('POST', `/predictions/${id}/cancel`, { token, headers, body });
    expect(reply.json).toMatchObject({ id, status: 'canceled' });
  });

for (const id of [unknownId, 'x', 'a%00'])
  test(`404 answers the id ${id}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('POST', `/predictions/${id}/cancel`, { token }), 404, missing);
  });

test('404 answers a key of another workspace, and what it named goes on', async ({
  apiToken: token,
  replicate,
}) => {
  const { id } = await create(token, { seconds: 60 });
  const stranger = await apiTokenOf(await createUser());
  expectProblem(await callApi('POST', `/predictions/${id}/cancel`, { token: stranger }), 404, missing);
  expect((await replicate.predictions.get(id)).status).not.toBe('canceled');
  await replicate.predictions.cancel(id);
});

test('405 answers GET', async ({ apiToken: token }) => {
  const reply = await callApi('GET', `/predictions/${unknownId}/cancel`, { token });
  expectProblem(reply, 405);
  expect(reply.headers.get('allow')).toBe('POST');
});
