import { portalInsightsSchema, portalMemberSchema, portalUsageSchema } from '#lib/contracts/index.ts';
import { apiTokenOf, createUser } from '#lib/testing/accounts.ts';
import { callPortal, expectPortalProblem, unknownId } from '../fixtures/api-call.ts';
import { resultsOf } from '../fixtures/portal-script.ts';
import { expect, test } from '../fixtures/test.ts';

test("'getWorkspace' tells whose the token is and what it may do, to every token", async ({ owner }) => {
  const token = await apiTokenOf(owner, ['documents:read']);
  const { json } = await callPortal('GET', '/account', { token });
  expect(json).toMatchObject({
    workspace: owner.workspace,
    token: { name: 'Test', permissions: ['workspace:read', 'document:read', 'job:read'] },
  });
});

test("'listLanguages' tells in which languages documents can be read", async ({ apiToken: token }) => {
  const codes = (await resultsOf(token, '/languages')).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['en', 'auto', 'de']));
});

test("'listMembers', 'changeMember' and 'removeMember' look after the members, owners apart", async ({
  apiToken: token,
  owner,
}) => {
  const { workspace } = owner;
  const viewer = await createUser({ role: 'viewer', workspace });
  const members = (await resultsOf(token, '/members')).map((member) =>
    portalMemberSchema.strict().parse(member),
  );
  expect(members.map(({ id, role }) => [id, role]).sort()).toEqual(
    [
      [owner.id, 'owner'],
      [viewer.id, 'viewer'],
    ].sort(),
  );
  const change = (id: string, role: string) =>
    callPortal('PATCH', `/members/${id}`, { token, body: { role } });
  expect((await change(viewer.id, 'editor')).status).toBe(204);
  expectPortalProblem(await change(viewer.id, 'owner'), 403, 'forbidden');
  expectPortalProblem(await change(owner.id, 'viewer'), 403, 'forbidden');
  expectPortalProblem(await change(unknownId, 'viewer'), 404, 'not_found');
  expectPortalProblem(await change(viewer.id, 'king'), 422, 'invalid_input');
  const remove = (id: string) => callPortal('DELETE', `/members/${id}`, { token });
  expectPortalProblem(await remove(owner.id), 403, 'forbidden');
  expect((await remove(viewer.id)).status).toBe(204);
  expectPortalProblem(await remove(viewer.id), 404, 'not_found');
});

test("'listInvitations' and 'revokeInvitation' look after open invitations", async ({ apiToken: token }) => {
  expect(await resultsOf(token, '/invitations')).toEqual([]);
  const gone = await callPortal('DELETE', `/invitations/${unknownId}`, { token });
  expectPortalProblem(gone, 404, 'not_found');
});

test("'getInsights' and 'getUsage' tell figures; 422 for a range that there is not", async ({
  apiToken: token,
}) => {
  const get = (path: string) => callPortal('GET', path, { token });
  expect(portalInsightsSchema.strict().parse((await get('/insights?range=year')).json).range).toBe('year');
  expect(portalUsageSchema.strict().parse((await get('/usage')).json)).toMatchObject({ range: '90-days' });
  for (const path of ['/insights?range=week', '/usage?range=week'])
    expectPortalProblem(await get(path), 422, 'invalid_input');
});

test("'listAuditEvents' tells what a program did, by its name", async ({ apiToken: token }) => {
  await callPortal('POST', '/tags', { token, body: { name: 'Traced', color: 'red' } });
  expect(await resultsOf(token, '/audit?target=Traced')).toMatchObject([
    { act: 'tag.created', actor: { kind: 'token', name: 'Test' }, target: { kind: 'tag', name: 'Traced' } },
  ]);
  expect(await resultsOf(token, '/audit?to=2020-01-01T00:00:00Z')).toEqual([]);
  expectPortalProblem(await callPortal('GET', '/audit?cursor=x', { token }), 400, 'bad_request');
  expectPortalProblem(await callPortal('GET', '/audit?from=today', { token }), 422, 'invalid_input');
});
