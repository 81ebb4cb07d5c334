import { callApi, expectProblem } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('getModelReadme', { path: '/models/no/body/readme' });

test('200 is plain text', async ({ apiToken: token }) => {
  const reply = await callApi('GET', '/models/abiruyt/text-extract-ocr/readme', { token });
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(reply.text).toContain('`image`');
});

test('404 answers a model that is not offered', async ({ apiToken: token }) => {
  expectProblem(await callApi('GET', '/models/no/body/readme', { token }), 404);
});
