import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callApi, expectProblem, unknownId } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('getFile', { path: `/files/${unknownId}` });

const missing = { detail: 'File not found' };

test('200 is what was answered when it was sent', async ({ apiToken: token, replicate }) => {
  const file = await replicate.files.create(Buffer.from('x'), { shelf: 'ä' });
  const reply = await callApi('GET', `/files/${file.id}`, { token });
  expect([reply.status, reply.json]).toEqual([200, file]);
});

test('404 answers one that has expired', async ({ apiToken: token, replicate }) => {
  const { id } = await replicate.files.create(Buffer.from('x'));
  await sharedDatabase("UPDATE api_file SET expires_at = now() - interval '1 second' WHERE id = $1", id);
  expectProblem(await callApi('GET', `/files/${id}`, { token }), 404, missing);
});

test('404 answers a key of another workspace', async ({ replicate }) => {
  const { id } = await replicate.files.create(Buffer.from('x'));
  const token = await apiTokenOf(await createUser());
  expectProblem(await callApi('GET', `/files/${id}`, { token }), 404, missing);
});

test('404 answers an id that nothing has', async ({ apiToken: token }) => {
  expectProblem(await callApi('GET', `/files/${unknownId}`, { token }), 404, missing);
});

for (const id of ['x', 'a%00', 'X'.repeat(26)])
  test(`404 answers ${id}, which is no id`, async ({ apiToken: token }) => {
    expectProblem(await callApi('GET', `/files/${id}`, { token }), 404);
  });
