import { beforeAll, expect, it, vi } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { actorOfSession } from '../actor-of-session.ts';
import { proveAddress } from '../address/prove-address.ts';
import { authenticateToken } from '../authenticate-token.ts';
import { signIn } from '../sign-in.ts';
import { signInWithOidc } from './sign-in-with-oidc.ts';

vi.hoisted(() => {
  Object.assign(process.env, {
    OIDC_ISSUER: 'https://id.example.org',
    OIDC_CLIENT_ID: 'lectern',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_WORKSPACE: 'everybody',
    OIDC_ROLE: 'editor',
  });
});

const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };
let everybody: TestUser;
beforeAll(async () => {
  everybody = await createUser();
  const data = { slug: 'everybody', workspaceId: everybody.workspace.id };
  await database().workspaceFormerSlug.create({ data });
});

/** Somebody whose address nobody has proved. */
async function squatted(...made: Parameters<typeof createUser>): Promise<TestUser> {
  const user = await createUser(...made);
  await database().user.update({ where: { id: user.id }, data: { emailProvedAt: null } });
  return user;
}

async function enter({ email, name }: TestUser) {
  const claims = { issuer: 'https://id.example.org', subject: newId(), email, isEmailVerified: true, name };
  const result = await signInWithOidc({ claims, ...origin });
  if (result.outcome !== 'signed_in') throw new Error(result.outcome);
  return (await actorOfSession(result.token))?.workspaces.map(({ id, role }) => ({ id, role }));
}

it('takes a squatted account out of every workspace that has another owner, into the operator’s', async () => {
  const accomplice = await createUser();
  const user = await squatted({ workspace: accomplice.workspace, role: 'owner' });
  expect(await enter(user)).toEqual([{ id: everybody.workspace.id, role: 'editor' }]);
  const told = await database().auditEvent.findMany({
    where: { actorId: user.id, act: { in: ['member.left', 'member.joined'] } },
    orderBy: { at: 'asc' },
  });
  expect(told).toMatchObject([
    { act: 'member.left', workspaceId: user.workspace.id, details: { role: 'owner', way: 'oidc' } },
    { act: 'member.joined', workspaceId: everybody.workspace.id },
  ]);
});

it('leaves the account of a workspace that has no other owner its owner', async () => {
  const user = await squatted();
  await createUser({ workspace: user.workspace, role: 'admin' });
  expect(await enter(user)).toEqual([
    { id: user.workspace.id, role: 'owner' },
    { id: everybody.workspace.id, role: 'editor' },
  ]);
});

it('leaves members of the operator’s workspace what they are there', async () => {
  const user = await squatted({ workspace: everybody.workspace, role: 'admin' });
  expect(await enter(user)).toEqual([{ id: everybody.workspace.id, role: 'admin' }]);
});

it('leaves whoever waited in it neither a way in, nor a token, nor an invitation', async () => {
  const user = await squatted();
  const token = await apiTokenOf(user);
  const invitation = {
    id: newId(),
    email: 'another@example.org',
    role: 'owner',
    tokenHash: newId(),
  } as const;
  const made = {
    workspaceId: user.workspace.id,
    invitedById: user.id,
    expiresAt: new Date(Date.now() + 1e9),
  };
  await database().invitation.create({ data: { ...invitation, ...made } });
  await withAuthenticatorApp(user);
  expect(await authenticateToken(token)).not.toBeNull();

  await enter(user);
  expect(await authenticateToken(token)).toBeNull();
  const after = await database().invitation.findUniqueOrThrow({ where: { id: invitation.id } });
  expect(after.revokedAt).not.toBeNull();
  expect(await actorOfSession(user.sessionToken)).toBeNull();
  expect((await signIn({ ...user, ...origin })).outcome).toBe('wrong');
});

it('gives the account to its owner also when they tried a mailed link before, and had no code', async () => {
  const user = await squatted();
  await withAuthenticatorApp(user);
  const now = new Date();
  await inTransaction((tx) => proveAddress(tx, user, { origin, now, keepsSecondFactor: true }));
  expect(await enter(user)).toHaveLength(2);
});

it('changes nothing about the workspaces and tokens of who has proved their address', async () => {
  const colleague = await createUser();
  const user = await createUser({ workspace: colleague.workspace, role: 'admin' });
  const token = await apiTokenOf(user);
  expect(await enter(user)).toEqual([{ id: user.workspace.id, role: 'admin' }]);
  expect(await authenticateToken(token)).not.toBeNull();
});
