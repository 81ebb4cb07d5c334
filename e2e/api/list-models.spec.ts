import { modelSchema, pageSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem, ocrVersions } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('listModels', { path: '/models' });

test('200 has every model of this installation, each complete', async ({ apiToken: token }) => {
  const { status, json } = await callApi('GET', '/models', { token });
  expect(status).toBe(200);
  const { next, previous, results } = pageSchema(modelSchema.strict()).parse(json);
  expect([next, previous]).toEqual([null, null]);
  const names = results.map(({ owner, name }) => `${owner}/${name}`);
  expect(names).toEqual(expect.arrayContaining(['abiruyt/text-extract-ocr', 'lectern/page-ocr']));
  expect(results[0]?.latest_version?.id).toBe(ocrVersions[0]);
});

test('404 answers POST, for models are not made by calling', async ({ apiToken: token }) => {
  expectProblem(await callApi('POST', '/models', { token, body: { owner: 'a', name: 'b' } }), 404);
});
