import { modelVersionSchema, pageSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem, ocrVersions } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('listModelVersions', { path: '/models/no/body/versions' });

test('200 has both versions, the newer one first, each as it is described alone', async ({
  apiToken: token,
}) => {
  const path = '/models/abiruyt/text-extract-ocr/versions';
  const { status, json } = await callApi('GET', path, { token });
  expect(status).toBe(200);
  const { next, previous, results } = pageSchema(modelVersionSchema.strict()).parse(json);
  expect([next, previous]).toEqual([null, null]);
  expect(results.map(({ id }) => id)).toEqual([...ocrVersions]);
  for (const version of results)
    expect((await callApi('GET', `${path}/${version.id}`, { token })).json).toEqual(version);
});

test('404 answers a model that is not offered', async ({ apiToken: token }) => {
  expectProblem(await callApi('GET', '/models/no/body/versions', { token }), 404);
});
