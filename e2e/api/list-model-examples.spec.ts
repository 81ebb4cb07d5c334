import { callApi, expectProblem } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('listModelExamples', { path: '/models/no/body/examples' });

test('200 is an empty page', async ({ apiToken: token }) => {
  const reply = await callApi('GET', '/models/abiruyt/text-extract-ocr/examples', { token });
  expect(reply.status).toBe(200);
  expect(reply.json).toEqual({ next: null, previous: null, results: [] });
});

test('404 answers a model that is not offered', async ({ apiToken: token }) => {
  expectProblem(await callApi('GET', '/models/no/body/examples', { token }), 404);
});
