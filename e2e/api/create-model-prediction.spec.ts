import { callApi, expectProblem, ocrVersions, unknownId } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

testCommonAnswers('createModelPrediction', { path: '/models/no/body/predictions', body: '{"broken' });

const path = '/models/replicate/canary/predictions';
const input = { text: 'x' };

test('201 is a prediction of the latest version, named in full', async ({ apiToken: token }) => {
  const body = { input: { image: `${serverUrl()}/v1/files/${unknownId}` } };
  const reply = await callApi('POST', '/models/abiruyt/text-extract-ocr/predictions', { token, body });
  expect(reply.status).toBe(201);
  expect(reply.json).toMatchObject({ status: 'starting', version: ocrVersions[0] });
  expect(reply.json).toMatchObject({ urls: { get: reply.headers.get('location') } });
});

test('201 waits, where it is preferred', async ({ apiToken: token }) => {
  const reply = await callApi('POST', path, { token, headers: { prefer: 'wait' }, body: { input } });
  expect(reply.status).toBe(201);
  expect(reply.headers.get('preference-applied')).toBe('wait');
  expect(reply.json).toMatchObject({ status: 'succeeded', output: ['x'] });
});

for (const body of ['', '{', '[]'])
  test(`400 answers ${JSON.stringify(body)}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('POST', path, { token, body }), 400, { title: 'Bad Request' });
  });

for (const model of ['no/body', 'replicate/Canary', 'abiruyt/canary', 'replicate/can%00ary'])
  test(`404 answers the model ${model}`, async ({ apiToken: token }) => {
    const reply = await callApi('POST', `/models/${model}/predictions`, { token, body: { input } });
    expectProblem(reply, 404, { detail: 'The requested resource could not be found.' });
  });

test('413 answers more than 16 MB', async ({ apiToken: token }) => {
  const body = JSON.stringify({ input: { text: 'x'.repeat(16 * 1_048_576) } });
  expectProblem(await callApi('POST', path, { token, body }), 413);
});

for (const [body, field] of [
  [{}, { type: 'required', field: '', description: 'input is required' }],
  [{ input: {} }, { type: 'required', field: 'input', description: 'text is required' }],
  [{ input: { text: 1 } }, { type: 'invalid_type', field: 'input.text' }],
  [
    { input, version: ocrVersions[0] },
    { type: 'additional_property_not_allowed', description: 'Additional property version is not allowed' },
  ],
  [
    { input, webhook: 'nowhere' },
    { type: 'format', field: 'webhook' },
  ],
] as const)
  test(`422 answers ${JSON.stringify(body)}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('POST', path, { token, body }), 422, {
      title: 'Input validation failed',
      invalid_fields: [expect.objectContaining(field)],
    });
  });
