import { modelSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem, ocrVersions } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('getModel', { path: '/models/no/body' });

test('200 describes the model and counts its runs', async ({ apiToken: token, replicate }) => {
  const input = { text: 'x' };
  await replicate.predictions.create({ model: 'replicate/canary', input });
  const { status, json } = await callApi('GET', '/models/replicate/canary', { token });
  expect(status).toBe(200);
  expect(modelSchema.strict().parse(json)).toMatchObject({
    owner: 'replicate',
    name: 'canary',
    run_count: 1,
  });
});

test('200 has the latest version, complete, and no half example', async ({ apiToken: token }) => {
  const { json } = await callApi('GET', '/models/abiruyt/text-extract-ocr', { token });
  const path = `/models/abiruyt/text-extract-ocr/versions/${ocrVersions[0]}`;
  expect(json).toMatchObject({
    ...{ owner: 'abiruyt', name: 'text-extract-ocr', visibility: 'public', is_official: false },
    ...{ github_url: null, paper_url: null, license_url: null, cover_image_url: null },
    url: expect.stringMatching(/^https?:/),
    default_example: null,
    latest_version: (await callApi('GET', path, { token })).json,
  });
});

for (const model of ['no/body', 'abiruyt/Text-Extract-OCR', 'abiruyt/%00', 'a%2Fb/c'])
  test(`404 answers ${model}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('GET', `/models/${model}`, { token }), 404);
  });

for (const method of ['PATCH', 'DELETE'])
  test(`404 answers ${method}, for models are not changed by calling`, async ({ apiToken: token }) => {
    expectProblem(await callApi(method, '/models/abiruyt/text-extract-ocr', { token }), 404);
  });
