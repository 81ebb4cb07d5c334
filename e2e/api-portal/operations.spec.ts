import { existsSync, readFileSync } from 'node:fs';
import { type Operation, portalOperations } from '#lib/contracts/index.ts';
import { apiTokenOf } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem } from '../fixtures/api-call.ts';
import { cookieHeader, expect, test } from '../fixtures/test.ts';
import { unknownId } from '../fixtures/unknown-id.ts';

for (const [name, operation] of Object.entries<Operation>(portalOperations)) {
  const { tag, method, permission, limit } = operation;
  const path = operation.path.slice('/api/v1'.length).replaceAll(/\{\w+\}/g, unknownId);

  test.describe(`${method} ${operation.path}`, () => {
    test(`${name} is spoken of in the tests of its subject`, () => {
      const file = `${import.meta.dirname}/${tag}.spec.ts`;
      expect(existsSync(file), file).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(`'${name}`);
    });

    test('answers 401 without a key, to one of nobody, and to a session of the portal', async ({ owner }) => {
      expectPortalProblem(await callPortal(method, path), 401, 'unauthenticated');
      expectPortalProblem(
        await callPortal(method, path, { token: 'lect_of_nobody' }),
        401,
        'unauthenticated',
      );
      const headers = { cookie: cookieHeader(owner) };
      expectPortalProblem(await callPortal(method, path, { headers }), 401, 'unauthenticated');
    });

    if (permission !== 'workspace:read') {
      test('answers 403 to a key without the scope, and counts that', async ({ owner }) => {
        const reply = await callPortal(method, path, { token: await apiTokenOf(owner, []) });
        expectPortalProblem(reply, 403, 'forbidden');
        expect(reply.headers.get('ratelimit-remaining')).toBe(limit === 'create' ? '599' : '2999');
      });
    }
  });
}
