import { expect, it } from 'vitest';
import { closeLive, listen } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { sha256 } from '#lib/platform/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { actorOfSession, type SessionHolder } from './actor-of-session.ts';
import { extendSession } from './extend-session.ts';
import { listSessions } from './list-sessions.ts';
import { openSession } from './open-session.ts';
import { revokeOtherSessions, revokeSession } from './revoke-session.ts';
import { SESSION_LIFETIME_SECONDS } from './session.ts';
import { signOut } from './sign-out.ts';
import { sweepAccounts } from './sweep-accounts.ts';

const DAY_MS = 24 * 3_600_000;
const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };

async function holderOf({ sessionToken }: TestUser): Promise<SessionHolder> {
  const holder = await actorOfSession(sessionToken, undefined, origin);
  if (!holder) throw new Error('There is no such session.');
  return holder;
}

function at(time: number) {
  return { now: () => new Date(time) };
}

it('stores no session token that could be used', async () => {
  const { sessionToken } = await createUser();
  const row = await database().session.findFirstOrThrow({ where: { tokenHash: sha256(sessionToken) } });
  expect(JSON.stringify(row)).not.toContain(sessionToken);
});

it('knows nobody behind a token that was never given out', async () => {
  expect(await actorOfSession('made up')).toBeNull();
});

it('ends a session after 30 days, unless it was extended', async () => {
  const { id } = await createUser();
  const start = Date.now();
  const { token } = await openSession(id, 'password', origin, at(start));
  const end = start + SESSION_LIFETIME_SECONDS * 1000;
  expect(await actorOfSession(token, at(end - 1))).not.toBeNull();
  expect(await actorOfSession(token, at(end))).toBeNull();
  expect(await extendSession(token, new Date(end + DAY_MS), at(end - 1))).toBe(true);
  expect(await actorOfSession(token, at(end))).not.toBeNull();
  expect(await extendSession(token, new Date(end + 9 * DAY_MS), at(end + DAY_MS))).toBe(false);
});

it('moves `last seen` at most once a minute', async () => {
  const { id } = await createUser();
  const start = Date.now();
  const { token } = await openSession(id, 'password', origin, at(start));
  const lastSeen = async () => {
    const row = await database().session.findFirstOrThrow({ where: { tokenHash: sha256(token) } });
    return row.lastSeenAt.getTime();
  };
  await actorOfSession(token, at(start + 59_000));
  expect(await lastSeen()).toBe(start);
  await actorOfSession(token, at(start + 61_000));
  expect(await lastSeen()).toBe(start + 61_000);
});

it('shows workspaces that are alive only', async () => {
  const user = await createUser();
  await database().workspace.update({ where: { id: user.workspace.id }, data: { deletedAt: new Date() } });
  const holder = await actorOfSession(user.sessionToken);
  expect(holder?.workspaces).toEqual([]);
  expect(holder?.actor.memberships).toEqual([]);
});

it('lists own sessions only, and revokes none of somebody else', async () => {
  const [anna, ben] = await Promise.all([createUser(), createUser()]);
  const mine = await listSessions(anna.id);
  expect(mine).toHaveLength(1);
  const id = mine[0]?.id ?? '';
  const holder = await holderOf(anna);
  await expect(revokeSession(await holderOf(ben), id)).rejects.toMatchObject({ kind: 'not_found' });
  expect(await actorOfSession(anna.sessionToken)).not.toBeNull();
  await revokeSession(holder, id);
  expect(await actorOfSession(anna.sessionToken)).toBeNull();
  await expect(revokeSession(holder, id)).rejects.toMatchObject({ kind: 'not_found' });
});

it('tells open streams to check again when a session is revoked or signed out', async () => {
  const user = await createUser();
  const { token } = await openSession(user.id, 'password', origin);
  const heard: unknown[] = [];
  const stop = await listen((event) => heard.push(event));
  try {
    await signOut(token);
    await signOut(token);
    const holder = await holderOf(user);
    await revokeSession(holder, holder.session.id);
    await expect.poll(() => heard).toEqual(Array(2).fill({ topic: 'access', userId: user.id }));
  } finally {
    stop();
    await closeLive();
  }
});

it('removes expired sessions and leaves living ones', async () => {
  const { id } = await createUser();
  const long = await openSession(id, 'password', origin, at(Date.now() - 40 * DAY_MS));
  const fresh = await openSession(id, 'password', origin);
  await sweepAccounts();
  const left = await database().session.findMany({
    where: { tokenHash: { in: [sha256(long.token), sha256(fresh.token)] } },
  });
  expect(left.map(({ tokenHash }) => tokenHash)).toEqual([sha256(fresh.token)]);
});

it('ends all other sessions of the person, and nobody else’s', async () => {
  const [anna, ben] = await Promise.all([createUser(), createUser()]);
  const others = [
    await openSession(anna.id, 'password', origin),
    await openSession(anna.id, 'passkey', origin),
  ];
  expect(await revokeOtherSessions(await holderOf(anna))).toBe(2);
  for (const { token } of others) expect(await actorOfSession(token)).toBeNull();
  expect(await actorOfSession(anna.sessionToken)).not.toBeNull();
  expect(await actorOfSession(ben.sessionToken)).not.toBeNull();
});

it('keeps how a session began and where it was used last', async () => {
  const { id } = await createUser();
  const start = Date.now();
  const { token } = await openSession(id, 'oidc', origin, at(start));
  const elsewhere = { userAgent: 'another', ipAddress: '198.51.100.9' };
  await actorOfSession(token, at(start + 120_000), elsewhere);
  const summary = (await listSessions(id)).find(({ method }) => method === 'oidc');
  expect(summary).toMatchObject({ ipAddress: origin.ipAddress, lastIpAddress: '198.51.100.9' });
});

it('tells the audit trail of every beginning and end, with the place and without the token', async () => {
  const { id } = await createUser();
  const { token } = await openSession(id, 'passkey', origin);
  await signOut(token, origin);
  const events = await database().auditEvent.findMany({
    where: { actorId: id, ipAddress: origin.ipAddress },
    orderBy: { at: 'asc' },
  });
  expect(events).toMatchObject([
    { act: 'account.signed_in', actorKind: 'user', workspaceId: null, details: { method: 'passkey' } },
    { act: 'account.signed_out', userAgent: 'a browser' },
  ]);
  expect(JSON.stringify(events)).not.toContain(token);
});
