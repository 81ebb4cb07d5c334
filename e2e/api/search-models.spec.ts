import { modelSchema, pageSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('searchModels', { path: '/models', body: 'ocr' });

const found = pageSchema(modelSchema);

for (const [what, headers, body, names] of [
  ['plain text', { 'content-type': 'text/plain' }, 'page LECTERN', ['page-ocr']],
  ['text that is written as JSON', { 'content-type': 'application/json' }, '"lectern page"', ['page-ocr']],
  ['words that nothing has', {}, 'nothing has these', []],
] as const)
  test(`200 finds models by ${what}`, async ({ apiToken: token }) => {
    const { status, json } = await callApi('QUERY', '/models', { token, headers, body });
    expect(status).toBe(200);
    expect(found.parse(json).results.map(({ name }) => name)).toEqual(names);
  });

test('200 finds all of them without words', async ({ apiToken: token }) => {
  const { json } = await callApi('QUERY', '/models', { token, body: '' });
  expect(json).toEqual((await callApi('GET', '/models', { token })).json);
});

test('413 answers a search of more than ten thousand bytes', async ({ apiToken: token }) => {
  expectProblem(await callApi('QUERY', '/models', { token, body: 'x'.repeat(10_001) }), 413);
});
