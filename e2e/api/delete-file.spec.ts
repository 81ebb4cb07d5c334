import { predictionSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { makePageImage } from '#lib/testing/image-factory.ts';
import { callApi, expectProblem, unknownId } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { expect, test } from '../fixtures/test.ts';

testCommonAnswers('deleteFile', { path: `/files/${unknownId}` });

const missing = { detail: 'File not found' };

test('204 is empty, and the file is gone', async ({ apiToken: token, replicate }) => {
  const { id } = await replicate.files.create(Buffer.from('x'));
  const reply = await callApi('DELETE', `/files/${id}`, { token });
  expect([reply.status, reply.text]).toEqual([204, '']);
  expectProblem(await callApi('DELETE', `/files/${id}`, { token }), 404, missing);
  expectProblem(await callApi('GET', `/files/${id}`, { token }), 404, missing);
});

test('204 leaves its bytes to predictions that were made with it', async ({ apiToken: token, replicate }) => {
  const page = { dpi: 200, fontSize: 14, pageSize: { width: 260, height: 160 }, margin: 24 };
  const picture = await makePageImage(['Kept for its prediction'], page);
  const file = await replicate.files.create(Buffer.from(picture));
  const body = { version: 'abiruyt/text-extract-ocr', input: { image: file.urls.get } };
  const { json } = await callApi('POST', '/predictions', { token, body });
  expect((await callApi('DELETE', `/files/${file.id}`, { token })).status).toBe(204);
  const created = await replicate.predictions.get(predictionSchema.parse(json).id);
  expect(await replicate.wait(created, { interval: 50 })).toMatchObject({
    output: 'Kept for its prediction',
  });
});

test('404 answers a key of another workspace, and the file stays', async ({ replicate }) => {
  const { id } = await replicate.files.create(Buffer.from('x'));
  const token = await apiTokenOf(await createUser());
  expectProblem(await callApi('DELETE', `/files/${id}`, { token }), 404, missing);
  expect((await replicate.files.get(id)).id).toBe(id);
});

for (const id of [unknownId, 'x', 'a%00'])
  test(`404 answers ${id}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('DELETE', `/files/${id}`, { token }), 404);
  });
