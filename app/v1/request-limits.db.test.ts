import { expect, it, vi } from 'vitest';
import { newApiToken } from '#lib/testing/api-scope.ts';
import { GET } from './hardware/route.ts';

vi.hoisted(() => {
  process.env.LECTERN_API_REQUESTS_PER_MINUTE = '20';
});

async function call(token: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  return await GET(new Request('http://localhost:3000/v1/hardware', { headers }), {
    params: Promise.resolve({}),
  });
}

it('tells how many requests are left, but not to strangers', async () => {
  const reply = await call(await newApiToken());
  expect(reply.headers.get('ratelimit-remaining')).toBe('19');
  expect(reply.headers.get('ratelimit-reset')).toBe('3');
  const refused = await call('unknown');
  expect(refused.status).toBe(401);
  expect(refused.headers.has('ratelimit-remaining')).toBe(false);
});

it('throttles a token that asks too much, in the form that clients can read', async () => {
  const eager = await newApiToken();
  const replies: Response[] = [];
  for (let request = 0; request < 40; request++) replies.push(await call(eager));
  const throttled = replies.find(({ status }) => status === 429);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 429]));
  expect(Number(throttled?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await throttled?.json())?.detail).toMatch(
    /^Request was throttled\. Your rate limit resets in ~\d+s\.$/,
  );
});
