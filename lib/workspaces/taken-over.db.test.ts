import { afterAll, expect, it, vi } from 'vitest';
import { authorize } from '#lib/access/index.ts';
import { actorOfSession, createApiToken, lockWorkspace, signInWithOidc } from '#lib/accounts/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId, type Tx } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { waitingForLocks } from '#lib/testing/waiting-for-locks.ts';
import { transferOwnership } from './index.ts';

// Single sign-on gives an account whose address nobody had proved to its true owner, while something else is going on.
// Real locks decide.

const issuer = 'https://id.example.org';
vi.hoisted(() => {
  Object.assign(process.env, {
    OIDC_ISSUER: 'https://id.example.org',
    OIDC_CLIENT_ID: 'lectern',
    OIDC_CLIENT_SECRET: 'secret',
  });
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

async function squatted(...made: Parameters<typeof createUser>): Promise<TestUser> {
  const user = await createUser(...made);
  await database().user.update({ where: { id: user.id }, data: { emailProvedAt: null } });
  return user;
}

function takeOver({ email, name }: TestUser) {
  const claims = { issuer, subject: newId(), email, isEmailVerified: true, name };
  return signInWithOidc({ claims, userAgent: 'a browser', ipAddress: '192.0.2.1' });
}

/** Lets `first` begin and wait for what `hold` locks, then `second`, and then both go on. */
async function bothWaiting<A, B>(
  hold: (tx: Tx) => Promise<unknown>,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
  const going = await inTransaction(async (tx) => {
    await hold(tx);
    const one = first();
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
    const other = second();
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(2);
    return { both: Promise.allSettled([one, other]) };
  });
  return await going.both;
}

it('leaves the account the owner of a workspace that is being handed to it', async () => {
  const owner = await createUser();
  const user = await squatted({ workspace: owner.workspace, role: 'admin' });
  const outcomes = await bothWaiting(
    (tx) => tx.$queryRaw`SELECT role FROM membership WHERE user_id = ${user.id} FOR UPDATE`,
    () => transferOwnership(scopeOf(owner, 'workspace:manage'), user.id),
    () => takeOver(user),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  const owners = await database().membership.findMany({
    where: { workspaceId: owner.workspace.id, role: 'owner' },
    select: { userId: true },
  });
  expect(owners).toEqual([{ userId: user.id }]);
});

it('leaves who waited in the account no token that they asked for just before', async () => {
  const user = await squatted();
  const holder = await actorOfSession(user.sessionToken);
  const scope = authorize(holder?.actor ?? null, user.workspace.id, 'token:manage');
  const [taken, made] = await bothWaiting(
    (tx) => lockWorkspace(tx, user.workspace.id),
    () => takeOver(user),
    () => createApiToken(scope, { name: 'Left behind', scopes: ['admin'], days: null }),
  );
  expect(taken).toMatchObject({ status: 'fulfilled', value: { outcome: 'signed_in' } });
  expect(made).toMatchObject({ status: 'rejected', reason: { kind: 'unauthenticated' } });
});
