import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callRoute, problemOf } from '#lib/testing/call-route.ts';
import { GET as list } from './predictions/route.ts';

describe('the list', () => {
  let owner: string;
  const idsOf = (page: { results: { id: string }[] }) => page.results.map(({ id }) => id);
  const page = async (url: string) =>
    await (await callRoute(list, url.replace('http://localhost:3000/v1', ''), { token: owner })).json();

  beforeAll(async () => {
    const user = await createUser();
    owner = await apiTokenOf(user);
    const first = Date.parse('2026-03-01T10:00:00Z');
    await database().prediction.createMany({
      data: Array.from({ length: 250 }, (_, index) => ({
        id: newId(),
        workspaceId: user.workspace.id,
        model: 'a/b',
        version: 'c',
        input: {},
        // Several share a moment, as in life.
        createdAt: new Date(first + Math.floor(index / 5) * 60_000),
      })),
    });
  });

  it('shows everything once, newest first, forwards and backwards', async () => {
    const one = await page('/predictions');
    const two = await page(one.next);
    const three = await page(two.next);
    expect([one, two, three].map(({ results }) => results.length)).toEqual([100, 100, 50]);
    expect([one.previous, three.next]).toEqual([null, null]);
    expect(new Set([one, two, three].flatMap(idsOf)).size).toBe(250);
    const times = [one, two, three].flatMap(({ results }) =>
      results.map((item: { created_at: string }) => item.created_at),
    );
    expect(times).toEqual(times.toSorted().toReversed());
    expect(idsOf(await page(three.previous))).toEqual(idsOf(two));
    expect(idsOf(await page(two.previous))).toEqual(idsOf(one));
    expect((await page(two.previous)).previous).toBeNull();
  });

  it('keeps its filters from page to page: from inclusive, to exclusive', async () => {
    const filter = 'created_after=2026-03-01T10:10:00Z&created_before=2026-03-01T10:40:00Z';
    const one = await page(`/predictions?${filter}`);
    const two = await page(one.next);
    expect([one.results.length, two.results.length, two.next]).toEqual([100, 50, null]);
    expect(two.results.at(-1).created_at).toBe('2026-03-01T10:10:00.000Z');
    expect(one.results[0].created_at).toBe('2026-03-01T10:39:00.000Z');
  });

  it('is empty for predictions made on a web site', async () => {
    expect(await page('/predictions?source=web')).toEqual({ next: null, previous: null, results: [] });
  });

  it.each([
    ['cursor=nonsense', 400],
    [`cursor=${Buffer.from('["older","x"]').toString('base64url')}`, 400],
    ['created_after=yesterday', 422],
    ['source=api', 422],
    [`cursor=${Buffer.from('["older","2026-03-01T10:10:00.000Z","a\\u0000"]').toString('base64url')}`, 400],
  ])('with %s answers %d', async (query, status) => {
    const reply = await callRoute(list, `/predictions?${query}`, { token: owner });
    expect(reply.status).toBe(status);
    await problemOf(reply);
  });
});

it('ends a page early when its predictions are large, and leaves none out', { timeout: 20_000 }, async () => {
  const user = await createUser();
  const token = await apiTokenOf(user);
  const ids = Array.from({ length: 4 }, () => newId());
  await database().$executeRaw`
    INSERT INTO prediction (id, workspace_id, model, version, input, created_at)
    SELECT id, ${user.workspace.id}, 'a/b', 'c', jsonb_build_object('a', repeat('x', 12000000)),
           timestamptz '2026-03-01T10:00:00Z' - place * interval '1 minute'
    FROM unnest(${ids}::text[]) WITH ORDINALITY AS given(id, place)`;
  const read = async (url: string) =>
    await (await callRoute(list, url.replace('http://localhost:3000/v1', ''), { token })).json();
  const idsOf = ({ results }: { results: { id: string }[] }) => results.map(({ id }) => id);
  const one = await read('/predictions');
  const two = await read(one.next);
  expect([one, two].map(idsOf)).toEqual([ids.slice(0, 2), ids.slice(2)]);
  expect(two.next).toBeNull();
  expect(idsOf(await read(two.previous))).toEqual(idsOf(one));
});
