import { existsSync, readFileSync } from 'node:fs';
import { type Operation, portalOperations } from '#lib/contracts/index.ts';
import { apiTokenOf } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem } from '../fixtures/api-call.ts';
import { cookieHeader, expect, test } from '../fixtures/test.ts';
import { unknownId } from '../fixtures/unknown-id.ts';

// What every operation answers alike. Each status of its own is asked for in the tests of its subject.

const operations = Object.entries<Operation>(portalOperations);

function pathOf({ path }: Operation): string {
  return path.slice('/api/v1'.length).replaceAll(/\{\w+\}/g, unknownId);
}

test('every operation is spoken of in the tests of its subject', () => {
  for (const [name, { tag }] of operations) {
    const file = `${import.meta.dirname}/${tag}.spec.ts`;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect.soft(text.includes(`'${name}'`), `${name} in ${tag}.spec.ts`).toBe(true);
  }
});

test('every operation answers 401 without a key, to one of nobody, and to a session of the portal', async ({
  owner,
}) => {
  for (const [, operation] of operations) {
    for (const call of [{}, { token: 'lect_of_nobody' }, { headers: { cookie: cookieHeader(owner) } }]) {
      const reply = await callPortal(operation.method, pathOf(operation), call);
      expectPortalProblem(reply, 401, 'unauthenticated');
    }
  }
});

test('every operation answers 403 to a key without the scope, and counts the request', async ({ owner }) => {
  const token = await apiTokenOf(owner, []);
  for (const [, operation] of operations.filter(([, { permission }]) => permission !== 'workspace:read')) {
    const reply = await callPortal(operation.method, pathOf(operation), { token });
    expectPortalProblem(reply, 403, 'forbidden');
    expect(Number(reply.headers.get('ratelimit-remaining'))).toBeGreaterThan(0);
  }
});

test('what begins work is counted apart from the rest', async ({ apiToken: token }) => {
  const left = async (method: string, path: string) =>
    Number((await callPortal(method, path, { token, body: '{}' })).headers.get('ratelimit-remaining'));
  expect(await left('POST', '/exports')).toBe(599);
  expect(await left('POST', '/tags')).toBe(2_999);
});
