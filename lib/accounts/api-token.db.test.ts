import { expect, it } from 'vitest';
import { authorize, permissionsOf } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { portalToken, sha256 } from '#lib/platform/index.ts';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { authenticateToken } from './authenticate-token.ts';
import { createApiToken } from './create-api-token.ts';
import { listApiTokens } from './list-api-tokens.ts';
import { revokeApiToken } from './revoke-api-token.ts';

function scopeOf({ id, workspace, role }: TestUser) {
  const memberships = [{ workspaceId: workspace.id, role }];
  return authorize({ kind: 'user', userId: id, memberships }, workspace.id, 'token:manage');
}

function at(time: number) {
  return { now: () => new Date(time) };
}

it('gives out a token of the documented form and stores its hash only', async () => {
  const user = await createUser();
  const { id, token } = await createApiToken(scopeOf(user), {
    name: 'CI',
    scopes: ['files'],
    days: null,
  });
  expect(token).toMatch(/^lect_[\w-]{40}$/);
  const row = await database().apiToken.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(token);
  const [listed] = await listApiTokens(scopeOf(user));
  expect(listed).toMatchObject({ id, name: 'CI', prefix: token.slice(0, 9), createdBy: user.name });
});

it('lets a token do what its scopes say, in its workspace', async () => {
  const user = await createUser();
  const actor = await authenticateToken(await apiTokenOf(user, ['predictions:read']));
  expect(actor).toMatchObject({
    kind: 'token',
    workspaceId: user.workspace.id,
    permissions: permissionsOf(['predictions:read']),
  });
});

it('opens nothing with an unknown, revoked or expired token', async () => {
  const user = await createUser();
  const short = await createApiToken(scopeOf(user), { name: 'short', scopes: [], days: 1 });
  const end = short.expiresAt?.getTime() ?? 0;
  expect(end).toBeGreaterThan(Date.now());
  expect(await authenticateToken(short.token, at(end - 1))).not.toBeNull();
  expect(await authenticateToken(short.token, at(end))).toBeNull();
  await revokeApiToken(scopeOf(user), short.id);
  expect(await authenticateToken(short.token)).toBeNull();
  expect(await authenticateToken('lect_made-up')).toBeNull();
  expect(await authenticateToken('')).toBeNull();
});

it('opens nothing in a deleted workspace', async () => {
  const user = await createUser();
  const token = await apiTokenOf(user);
  await database().workspace.update({ where: { id: user.workspace.id }, data: { deletedAt: new Date() } });
  expect(await authenticateToken(token)).toBeNull();
});

it('moves `last used` at most once a minute', async () => {
  const user = await createUser();
  const token = await apiTokenOf(user);
  const start = Date.now();
  const lastUsed = async () => {
    const row = await database().apiToken.findUniqueOrThrow({ where: { tokenHash: sha256(token) } });
    return row.lastUsedAt?.getTime();
  };
  await authenticateToken(token, at(start));
  await authenticateToken(token, at(start + 59_000));
  expect(await lastUsed()).toBe(start);
  await authenticateToken(token, at(start + 61_000));
  expect(await lastUsed()).toBe(start + 61_000);
});

it('neither shows nor revokes the tokens of another workspace', async () => {
  const [anna, ben] = await Promise.all([createUser(), createUser()]);
  const { id, token } = await createApiToken(scopeOf(anna), { name: 'CI', scopes: [], days: null });
  expect(await listApiTokens(scopeOf(ben))).toEqual([]);
  await expect(revokeApiToken(scopeOf(ben), id)).rejects.toMatchObject({ kind: 'not_found' });
  expect(await authenticateToken(token)).not.toBeNull();
});

it("keeps the portal's own key out of sight and out of reach", async () => {
  const user = await createUser();
  const scope = scopeOf(user);
  expect(await authenticateToken(portalToken(user.workspace.id))).toMatchObject({
    workspaceId: user.workspace.id,
  });
  expect(await listApiTokens(scope)).toEqual([]);
  const row = await database().apiToken.findFirstOrThrow({
    where: { workspaceId: user.workspace.id, kind: 'portal' },
  });
  await expect(revokeApiToken(scope, row.id)).rejects.toMatchObject({ kind: 'not_found' });
});

it('gives a token nothing that its maker may not do', async () => {
  const user = await createUser();
  const { id: tokenId } = await createApiToken(scopeOf(user), { name: 'a', scopes: ['admin'], days: null });
  const maker = authorize(
    {
      kind: 'token',
      tokenId,
      workspaceId: user.workspace.id,
      permissions: ['token:manage', 'prediction:read'],
      isPortal: false,
    },
    user.workspace.id,
    'token:manage',
  );
  const make = (scopes: Parameters<typeof createApiToken>[1]['scopes']) =>
    createApiToken(maker, { name: 'more', scopes, days: 1 });
  await expect(make(['predictions:read'])).resolves.toMatchObject({ token: expect.any(String) });
  await expect(make(['predictions:write'])).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(make(['predictions:read', 'admin'])).rejects.toMatchObject({ kind: 'forbidden' });
});

it('stays with the workspace when its maker leaves, and says so', async () => {
  const owner = await createUser();
  const admin = await createUser({ role: 'admin', workspace: owner.workspace });
  const { token } = await createApiToken(scopeOf(admin), { name: 'CI', scopes: [], days: null });
  const listed = async () => (await listApiTokens(scopeOf(owner)))[0];
  expect(await listed()).toMatchObject({ createdBy: admin.name, makerLeft: false });
  await database().membership.deleteMany({ where: { userId: admin.id } });
  expect(await listed()).toMatchObject({ createdBy: admin.name, makerLeft: true });
  expect(await authenticateToken(token)).not.toBeNull();
});

it('leaves a trace of each token that was made or revoked, and none of its text', async () => {
  const user = await createUser();
  const { id, token } = await createApiToken(scopeOf(user), { name: 'CI', scopes: ['files'], days: null });
  await revokeApiToken(scopeOf(user), id);
  const events = await database().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: 'asc' } });
  expect(events.map(({ act }) => act)).toEqual(['token.created', 'token.revoked']);
  expect(JSON.stringify(events)).not.toContain(token);
});
