import { searchResultSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('search', { path: '/search' });

test('200 finds models by words', async ({ apiToken: token }) => {
  const { status, json } = await callApi('GET', '/search?query=lectern%20PAGE', { token });
  expect(status).toBe(200);
  const result = searchResultSchema.parse(json);
  expect(result.query).toBe('lectern PAGE');
  expect(result.models.map(({ model }) => model.name)).toEqual(['page-ocr']);
});

test('200 finds no more than asked for', async ({ apiToken: token }) => {
  const { json } = await callApi('GET', '/search?query=&limit=1', { token });
  expect(searchResultSchema.parse(json).models).toHaveLength(1);
});

for (const [query, field] of [
  ['', { type: 'required', field: '', description: 'query is required' }],
  ['?query=x&limit=0', { type: 'number_gte', field: 'limit' }],
  ['?query=x&limit=51', { type: 'number_lte', field: 'limit' }],
  ['?query=x&limit=many', { type: 'invalid_type', field: 'limit' }],
] as const)
  test(`422 answers ${query || 'no query'}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('GET', `/search${query}`, { token }), 422, {
      invalid_fields: [expect.objectContaining(field)],
    });
  });
