import { callApi, expectProblem, ocrVersions, unknownId } from '../fixtures/api-call.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

// What this service does not offer of Replicate's API (contract 18), and addresses that clients get wrong.

const model = '/models/abiruyt/text-extract-ocr';

for (const [method, path] of [
  ['GET', '/no/such/thing'],
  ['GET', '/predictions/a/b/c'],
  ['GET', '/models/abiruyt'],
  ['GET', '/collections'],
  ['GET', '/collections/ocr'],
  ['GET', '/deployments'],
  ['POST', '/deployments'],
  ['POST', '/deployments/a/b/predictions'],
  ['GET', '/trainings'],
  ['GET', `/trainings/${unknownId}`],
  ['POST', `/trainings/${unknownId}/cancel`],
  ['POST', `${model}/versions/${ocrVersions[0]}/trainings`],
  ['POST', '/models'],
  ['PATCH', model],
  ['DELETE', model],
  ['DELETE', `${model}/versions/${ocrVersions[0]}`],
] as const) {
  test(`${method} ${path.slice(0, 60)} is 404, and 401 without a key`, async ({ apiToken: token }) => {
    const body = method === 'GET' ? undefined : '{}';
    expectProblem(await callApi(method, path, { token, body }), 404, {
      detail: 'The requested resource could not be found.',
    });
    expectProblem(await callApi(method, path, { body }), 401);
  });
}

for (const path of ['/predictions/', '/models/abiruyt/text-extract-ocr/', '/account/?x=1'])
  test(`${path} is answered without a redirect`, async ({ apiToken: token }) => {
    expect((await callApi('GET', path, { token })).status).toBe(200);
  });

test('an address that cannot be decoded is an error in the form of the API', async ({ apiToken: token }) => {
  const reply = await callApi('GET', '/predictions/%E0%A4%A', { token });
  expectProblem(reply, reply.status);
  expect([400, 404]).toContain(reply.status);
});

// The Go client puts `/v1` before the whole address of a next page (contract 10).
for (const path of ['/v1/predictions', '/v1/v1/predictions', '/https://any.host/v1/predictions'])
  test(`/v1${path} is understood`, async ({ apiToken: token }) => {
    expect((await callApi('GET', path, { token })).json).toHaveProperty('results');
  });

test('the document of the API is for everybody, and names every operation', async () => {
  const { status, json } = await callApi('GET', '/openapi.json');
  expect(status).toBe(200);
  expect(json).toMatchObject({ openapi: '3.1.1', servers: [{ url: serverUrl() }] });
});
