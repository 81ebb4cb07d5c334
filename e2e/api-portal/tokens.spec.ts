import { z } from 'zod';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { resultsOf } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

const madeSchema = z.strictObject({ id: z.string(), token: z.string(), expires_at: z.string().nullable() });

test("'createToken', 'listTokens' and 'revokeToken' make a token for another program and end it at once", async ({
  apiToken: token,
}) => {
  const create = (body: object) => callPortal('POST', '/tokens', { token, body });
  const reply = await create({ name: 'Import', scopes: ['documents:read'], days: 1 });
  expect(reply.status, reply.text).toBe(201);
  const made = madeSchema.parse(reply.json);
  const listed = (await resultsOf(token, '/tokens')).find(({ id }) => id === made.id);
  expect(listed).toMatchObject({
    name: 'Import',
    prefix: made.token.slice(0, 9),
    scopes: ['documents:read'],
  });
  expect(JSON.stringify(await resultsOf(token, '/tokens'))).not.toContain(made.token);
  expect((await callPortal('GET', '/documents', { token: made.token })).status).toBe(200);
  expectPortalProblem(await callPortal('GET', '/tokens', { token: made.token }), 403, 'forbidden');
  const revoke = (id: string, as = token) => callPortal('DELETE', `/tokens/${id}`, { token: as });
  expectPortalProblem(await revoke(made.id, await apiTokenOf(await createUser())), 404, 'not_found');
  expect((await revoke(made.id)).status).toBe(204);
  expectPortalProblem(await callPortal('GET', '/documents', { token: made.token }), 401, 'unauthenticated');
  expectPortalProblem(await revoke(made.id), 404, 'not_found');
  expectPortalProblem(await revoke(unknownId), 404, 'not_found');
  for (const body of [
    { name: '', scopes: ['files'] },
    { name: 'x', scopes: [] },
    { name: 'x', scopes: ['everything'] },
    { name: 'x', scopes: ['files'], days: 0 },
  ])
    expectPortalProblem(await create(body), 422, 'invalid_input');
});

test('a token ends in 90 days unless told, and never when somebody says so', async ({ apiToken: token }) => {
  const make = async (more: object) => {
    const body = { name: 'Lasting', scopes: ['files'], ...more };
    return madeSchema.parse((await callPortal('POST', '/tokens', { token, body })).json).expires_at;
  };
  const days = (Date.parse((await make({})) ?? '') - Date.now()) / (24 * 3_600_000);
  expect(Math.round(days)).toBe(90);
  expect(await make({ days: null })).toBeNull();
});
