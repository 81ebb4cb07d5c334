import type { z } from 'zod';
import { pageSchema, predictionSchema } from '#lib/contracts/index.ts';
import { callApi, expectProblem } from '../fixtures/api-call.ts';
import { testCommonAnswers } from '../fixtures/common-answers.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, replicateClient, serverUrl, test } from '../fixtures/test.ts';

testCommonAnswers('listPredictions', { path: '/predictions?cursor=nonsense' });

const page = pageSchema(predictionSchema);

/** One page by its address, which may be absolute. */
async function read(token: string, url: string): Promise<z.infer<typeof page>> {
  const reply = await callApi('GET', url.replace(`${serverUrl()}/v1`, ''), { token });
  expect(reply.status, reply.text).toBe(200);
  return page.parse(reply.json);
}

/** Predictions that ended long ago, a minute apart but for every third, which shares its moment with the last. */
async function insertOld(workspaceId: string, count: number): Promise<void> {
  await sharedDatabase(
    `INSERT INTO prediction (id, workspace_id, model, version, input, status, created_at, started_at, completed_at)
     SELECT substr(md5($1), 1, 20) || lpad(to_hex(n), 6, '0'), $1, 'a/b', 'c', '{}', 'succeeded', moment, moment, moment
     FROM generate_series(1, $2::int) n,
          LATERAL (SELECT timestamptz '2026-03-01T10:00:00Z' + (n - n % 3) * interval '1 minute') made(moment)`,
    workspaceId,
    count,
  );
}

test('200 is empty where nothing was made, nothing of others shown', async ({ apiToken: token }) => {
  expect(await read(token, '/predictions')).toEqual({ next: null, previous: null, results: [] });
});

test('200 shows each prediction just as GET does', async ({ apiToken: token, replicate }) => {
  const created = await replicate.predictions.create({ model: 'replicate/canary', input: { text: 'x' } });
  await replicate.wait(created, { interval: 50 });
  const { results } = await read(token, '/predictions?unheard=of');
  expect(results).toEqual([await replicate.predictions.get(created.id)]);
});

test('200 leads by absolute addresses to each of 250 once, and back', async ({ apiToken: token, owner }) => {
  await insertOld(owner.workspace.id, 250);
  const one = await read(token, '/predictions');
  const two = await read(token, String(one.next));
  const three = await read(token, String(two.next));
  expect([one, two, three].map(({ results }) => results.length)).toEqual([100, 100, 50]);
  expect([one.previous, three.next]).toEqual([null, null]);
  expect(String(one.next)).toMatch(new RegExp(`^${serverUrl()}/v1/predictions\\?cursor=`));
  const all = [one, two, three].flatMap(({ results }) => results);
  expect(new Set(all.map(({ id }) => id)).size).toBe(250);
  const times = all.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted().reverse());
  expect((await read(token, String(three.previous))).results).toEqual(two.results);
  expect((await read(token, String(two.previous))).results).toEqual(one.results);
});

test('200 stays exact while others are made', async ({ apiToken: token, owner }) => {
  await insertOld(owner.workspace.id, 150);
  const replicate = replicateClient(token);
  const one = await read(token, '/predictions');
  await replicate.predictions.create({ model: 'replicate/canary', input: { text: 'x' } });
  const two = await read(token, String(one.next));
  expect(new Set([...one.results, ...two.results].map(({ id }) => id)).size).toBe(150);
  expect((await read(token, String(two.previous))).results).toEqual(one.results);
});

for (const [query, count] of [
  ['created_after=2026-03-01T10:12:00Z', 8],
  ['created_before=2026-03-01T10:12:00Z', 11],
  ['created_after=2026-03-01T10:06:00Z&created_before=2026-03-01T10:12:00Z', 6],
  ['created_after=2026-03-01T12:12:00%2B02:00', 8],
  ['created_after=2026-03-01T10:12:00', 8],
  ['created_after=2026-03-02', 0],
  ['created_after=2026-03-01', 19],
  ['source=web', 0],
] as const)
  test(`200 shows only what ${query} leaves`, async ({ apiToken: token, owner }) => {
    await insertOld(owner.workspace.id, 19);
    expect((await read(token, `/predictions?${query}`)).results).toHaveLength(count);
  });

test('200 keeps its filter from page to page', async ({ apiToken: token, owner }) => {
  await insertOld(owner.workspace.id, 250);
  const one = await read(token, '/predictions?created_after=2026-03-01T12:00:00Z');
  const two = await read(token, String(one.next));
  expect(two.next).toBeNull();
  expect(one.results.length + two.results.length).toBe(131);
});

for (const cursor of ['nonsense', '', '%00', 'e30', Buffer.from('["older","x","y"]').toString('base64url')])
  test(`400 answers the cursor ${JSON.stringify(cursor)}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('GET', `/predictions?cursor=${cursor}`, { token }), 400);
  });

for (const [query, field] of [
  ['created_after=tomorrow', 'created_after'],
  ['created_before=', 'created_before'],
  ['created_before=2026-13-01', 'created_before'],
  ['source=api', 'source'],
  ['source=', 'source'],
] as const)
  test(`422 answers ${query}`, async ({ apiToken: token }) => {
    expectProblem(await callApi('GET', `/predictions?${query}`, { token }), 422, {
      invalid_fields: [expect.objectContaining({ field })],
    });
  });
