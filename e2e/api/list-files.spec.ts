import { fileSchema, pageSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

testCommonAnswers('listFiles', { path: '/files?cursor=nonsense' });

const page = pageSchema(fileSchema);

test('200 has those that live, newest first', async ({ apiToken: token, replicate }) => {
  const files = [];
  for (const content of ['one', 'two', 'three'])
    files.push(await replicate.files.create(Buffer.from(content)));
  const [one, two, three] = files;
  await replicate.files.delete(String(two?.id));
  const { status, json } = await callApi('GET', '/files', { token });
  expect(status).toBe(200);
  expect(page.parse(json)).toEqual({ next: null, previous: null, results: [three, one] });
});

test('200 leads by absolute addresses to each once', async ({ apiToken: token, owner: { workspace } }) => {
  await sharedDatabase(
    `INSERT INTO api_file (id, workspace_id, name, content_type, size, md5, sha256, metadata, created_at, expires_at)
     SELECT substr(md5($1), 1, 20) || lpad(n::text, 6, '0'), $1, 'a', 'b', 0, 'c', 'd', '{}', now(), now() + interval '1 day'
     FROM generate_series(1, 120) n`,
    workspace.id,
  );
  const one = page.parse((await callApi('GET', '/files', { token })).json);
  expect(String(one.next)).toMatch(new RegExp(`^${serverUrl()}/v1/files\\?cursor=`));
  const rest = String(one.next).replace(`${serverUrl()}/v1`, '');
  const two = page.parse((await callApi('GET', rest, { token })).json);
  expect([one.results.length, two.results.length, two.next]).toEqual([100, 20, null]);
  expect(new Set([...one.results, ...two.results].map(({ id }) => id)).size).toBe(120);
});

test('200 has nothing of other workspaces', async ({ apiToken: token }) => {
  expect((await callApi('GET', '/files', { token })).json).toEqual({
    next: null,
    previous: null,
    results: [],
  });
});

for (const cursor of ['nonsense', '%00', ''])
  test(`400 answers the cursor ${JSON.stringify(cursor)}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('GET', `/files?cursor=${cursor}`, { token }), 400);
  });
