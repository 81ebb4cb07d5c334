import { modelVersionSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem, ocrVersions } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('getModelVersion', { path: '/models/no/body/versions/none' });

const versions = '/models/abiruyt/text-extract-ocr/versions';
const [latest] = ocrVersions;

for (const id of ocrVersions)
  test(`200 describes ${id.slice(0, 8)} with the schema that clients read`, async ({ apiToken: token }) => {
    const { status, json } = await callApi('GET', `${versions}/${id}`, { token });
    expect(status).toBe(200);
    const version = modelVersionSchema.strict().parse(json);
    expect(version).toMatchObject({ id, cog_version: expect.stringMatching(/^0\.([89]|\d\d)\.\d+$/) });
    expect(version.openapi_schema).toMatchObject({
      openapi: '3.0.2',
      info: { title: 'Cog', version: '0.1.0' },
      components: {
        schemas: {
          Input: {
            ...{ type: 'object', title: 'Input', required: ['image'] },
            properties: { image: { type: 'string', format: 'uri', title: 'Image', 'x-order': 0 } },
          },
          Output: { type: 'string', title: 'Output' },
          Status: { enum: ['starting', 'processing', 'succeeded', 'canceled', 'failed'] },
        },
      },
    });
    expect(Object.keys(Object(version.openapi_schema.paths))).toEqual([
      ...['/', '/health-check', '/shutdown', '/predictions'],
      ...['/predictions/{prediction_id}', '/predictions/{prediction_id}/cancel'],
    ]);
  });

test('200 tells that an output is an iterator', async ({ apiToken: token }) => {
  const { json } = await callApi('GET', '/models/replicate/canary/versions', { token });
  expect(json).toMatchObject({
    results: [
      {
        openapi_schema: {
          components: { schemas: { Output: { type: 'array', 'x-cog-array-type': 'iterator' } } },
        },
      },
    ],
  });
});

for (const path of [
  `${versions}/${'f'.repeat(64)}`,
  `${versions}/${latest.slice(0, 8)}`,
  `${versions}/%00`,
  `/models/replicate/canary/versions/${latest}`,
])
  test(`404 answers ${path}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('GET', path, { token }), 404);
  });

test('404 answers DELETE, for versions are not removed by calling', async ({ apiToken: token }) => {
  expectProblem(await callApi('DELETE', `${versions}/${latest}`, { token }), 404);
});
