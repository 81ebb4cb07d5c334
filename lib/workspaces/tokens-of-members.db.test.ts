import { afterAll, expect, it } from 'vitest';
import { authorize, type Scope } from '#lib/access/index.ts';
import {
  authenticateToken,
  createApiToken,
  lockLivingWorkspace,
  revokeApiToken,
} from '#lib/accounts/index.ts';
import { closeLive, type LiveEvent, listen } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { waitingForLocks } from '#lib/testing/waiting-for-locks.ts';
import { changeRole, leaveWorkspace, removeMember } from './index.ts';

// What becomes of API tokens when the role of who made them ends or is another.

afterAll(async () => {
  await closeQueue();
  await closeLive();
});

async function team() {
  const owner = await createUser();
  const [admin, editor] = await Promise.all([
    createUser({ role: 'admin', workspace: owner.workspace }),
    createUser({ role: 'editor', workspace: owner.workspace }),
  ]);
  return { owner, admin, editor };
}

const managing = (user: TestUser) => scopeOf(user, 'member:manage');
const without = (user: TestUser) => ({ userId: user.id, revokeTokens: false });
const living = async (token: string) => (await authenticateToken(token)) !== null;

it('that may do more than the new role of who made them end with the role', async () => {
  const { owner, admin } = await team();
  const [wide, narrow] = [await apiTokenOf(admin, ['admin']), await apiTokenOf(admin, ['documents:read'])];
  await changeRole(managing(owner), { userId: admin.id, role: 'viewer' });
  expect([await living(wide), await living(narrow)]).toEqual([false, true]);
});

it('with the rights of an admin end when who made them leaves or is removed', async () => {
  const { owner, admin, editor } = await team();
  await changeRole(managing(owner), { userId: editor.id, role: 'admin' });
  const tokens = [
    await apiTokenOf(admin, ['admin']),
    await apiTokenOf({ ...editor, role: 'admin' }, ['admin']),
  ];
  await leaveWorkspace(managing(admin));
  await removeMember(managing(owner), without(editor));
  expect(await Promise.all(tokens.map(living))).toEqual([false, false]);
});

it('cannot change the role of who made them', async () => {
  const { admin } = await team();
  const actor = await authenticateToken(await apiTokenOf(admin, ['admin']));
  const scope = authorize(actor, admin.workspace.id, 'member:manage');
  await expect(changeRole(scope, { userId: admin.id, role: 'viewer' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

it('are not made by who was lowered, or by a token that was revoked, while they asked', async () => {
  const { owner, admin } = await team();
  const parent = await createApiToken(scopeOf(admin, 'token:manage'), {
    name: 'parent',
    scopes: ['admin'],
    days: null,
  });
  const ofParent = authorize(await authenticateToken(parent.token), admin.workspace.id, 'token:manage');
  const make = (scope: Scope) =>
    createApiToken(scope, { name: 'late', scopes: ['predictions:write'], days: null }).catch(
      (error: unknown) => error,
    );
  const held = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const demotion = inTransaction(async (tx) => {
    await lockLivingWorkspace(tx, { workspaceId: owner.workspace.id });
    locked.resolve();
    await held.promise;
  });
  await locked.promise;
  const lowered = changeRole(managing(owner), { userId: admin.id, role: 'viewer' });
  await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
  const late = [make(scopeOf(admin, 'token:manage')), make(ofParent)];
  await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(3);
  held.resolve();
  await Promise.all([demotion, lowered]);
  expect(await Promise.all(late)).toMatchObject([{ kind: 'forbidden' }, { kind: 'unauthenticated' }]);
  expect(await database().apiToken.count({ where: { name: 'late' } })).toBe(0);
});

it('that are revoked tell what they have open', async () => {
  const { owner, admin } = await team();
  const ids = await Promise.all(
    ['by hand', 'by role', 'by removal'].map(async (name) => {
      const of = name === 'by removal' ? owner : admin;
      return (await createApiToken(scopeOf(of, 'token:manage'), { name, scopes: ['admin'], days: null })).id;
    }),
  );
  const heard: LiveEvent[] = [];
  const stop = await listen((event) => heard.push(event));
  const [byHand = '', byRole, byRemoval] = ids;
  await revokeApiToken(scopeOf(owner, 'token:manage'), byHand);
  await expect.poll(() => heard).toContainEqual({ topic: 'token', tokenId: byHand });
  await changeRole(managing(owner), { userId: admin.id, role: 'owner' });
  expect(heard).not.toContainEqual({ topic: 'token', tokenId: byRole });
  await changeRole(managing(owner), { userId: admin.id, role: 'editor' });
  await expect.poll(() => heard).toContainEqual({ topic: 'token', tokenId: byRole });
  await changeRole(managing(owner), { userId: admin.id, role: 'owner' });
  await removeMember(managing({ ...admin, role: 'owner' }), without(owner));
  await expect.poll(() => heard).toContainEqual({ topic: 'token', tokenId: byRemoval });
  stop();
});

it('made by a token are of the same person, and end with it at the latest', async () => {
  const { admin } = await team();
  const parent = await createApiToken(scopeOf(admin, 'token:manage'), {
    name: 'a',
    scopes: ['admin'],
    days: 1,
  });
  const actor = await authenticateToken(parent.token);
  const scope = authorize(actor, admin.workspace.id, 'token:manage');
  const child = await createApiToken(scope, { name: 'b', scopes: ['admin'], days: null });
  expect(child.expiresAt).toEqual(parent.expiresAt);
  await leaveWorkspace(managing(admin));
  expect([await living(parent.token), await living(child.token)]).toEqual([false, false]);
});
