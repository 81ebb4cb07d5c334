import { afterAll, expect, it, vi } from 'vitest';
import { authorize } from '#lib/access/index.ts';
import { actorOfSession, createApiToken, revokeApiToken, signInWithOidc } from '#lib/accounts/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import {
  acceptInvitation,
  changeRole,
  createWorkspace,
  invite,
  type Person,
  purgeWorkspaces,
  renewInvitation,
  revokeInvitation,
  transferOwnership,
  updateWorkspace,
} from './index.ts';

// Verbs that lock several things (workspace, addresses, members, invitations, tokens) all lock them in the same order:
// done at once, in whatever order they come, none of them is told by PostgreSQL that it was in a deadlock.

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

const managing = (user: TestUser) => scopeOf(user, 'member:manage');
const claimsOf = ({ id, name, email }: TestUser) => ({
  issuer: 'https://id.example.org',
  subject: id,
  email,
  isEmailVerified: true,
  name,
});
const personOf = ({ id, name }: TestUser): Person => ({ kind: 'user', userId: id, name, memberships: [] });

it('verbs that touch the same members, invitations and tokens wait for each other and never for a circle', async () => {
  const owner = await createUser();
  const second = await createUser({ workspace: owner.workspace });
  const tokens = scopeOf(owner, 'token:manage');
  for (let round = 0; round < 5; round++) {
    const guests = await Promise.all([createUser(), createUser()]);
    const unproved = await createUser({ workspace: owner.workspace, role: 'admin' });
    await database().user.update({ where: { id: unproved.id }, data: { emailProvedAt: null } });
    const holder = await actorOfSession(unproved.sessionToken);
    const inFlight = authorize(holder?.actor ?? null, owner.workspace.id, 'member:manage');
    const email = `${newId()}@example.org`;
    const made = await Promise.all(
      [email, `2-${email}`].map((to) => invite(managing(owner), { email: to, role: 'admin' })),
    );
    const token = await createApiToken(tokens, { name: 'Old', scopes: ['admin'], days: null });
    const [first, last] = made;
    if (!first?.link || !last) throw new Error('No mail server: the link is returned.');
    const linkToken = first.link.split('/').at(-1) ?? '';
    const verbs = [
      () =>
        updateWorkspace(scopeOf(owner, 'workspace:update'), { name: `Round ${round}`, slug: `r-${newId()}` }),
      () => changeRole(managing(owner), { userId: second.id, role: round % 2 ? 'owner' : 'admin' }),
      () => acceptInvitation(personOf(guests[0]), linkToken),
      () => renewInvitation(managing(owner), { invitationId: last.id, by: 'link' }),
      () => revokeInvitation(managing(owner), first.id),
      () => invite(managing(owner), { email, role: 'viewer' }),
      () => revokeApiToken(tokens, token.id),
      () => createApiToken(tokens, { name: 'New', scopes: ['admin'], days: null }),
      () => createWorkspace(personOf(guests[1]), { name: owner.workspace.name }),
      () => invite(inFlight, { email: `3-${email}`, role: 'viewer' }),
      () => signInWithOidc({ claims: claimsOf(unproved), ipAddress: null, userAgent: null }),
      () => changeRole(managing(owner), { userId: unproved.id, role: 'owner' }),
      () => transferOwnership(scopeOf(owner, 'workspace:manage'), owner.id),
      () => purgeWorkspaces(),
    ];
    const inOrder = round % 2 ? verbs : verbs.toReversed();
    const outcomes = await Promise.allSettled(inOrder.map((verb) => verb()));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    // Of several who want the same, some come too late, and are told so in words.
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ kind: expect.stringMatching(/not_found|conflict|unauthenticated/) });
    expect(outcomes.length - refusals.length).toBeGreaterThan(7);
  }
}, 60_000);
