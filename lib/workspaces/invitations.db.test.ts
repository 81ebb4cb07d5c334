import { afterAll, describe, expect, it } from 'vitest';
import { actorOfSession, signIn } from '#lib/accounts/index.ts';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import {
  acceptAsNewPerson,
  acceptInvitation,
  changeRole,
  deleteWorkspace,
  findInvitation,
  invite,
  listInvitations,
  type MadeInvitation,
  type Person,
  renewInvitation,
  revokeInvitation,
} from './index.ts';

afterAll(async () => {
  await closeQueue();
  await closeLive();
});

const DAY_MS = 24 * 3_600_000;
const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * DAY_MS) });
const origin = { ipAddress: '192.0.2.9', userAgent: 'test' };
const managing = (user: TestUser) => scopeOf(user, 'member:manage');
const someAddress = () => `guest-${newId()}@example.org`;

function personOf({ id, name }: TestUser): Person {
  return { kind: 'user', userId: id, name, memberships: [], from: origin };
}

function tokenOf({ link }: MadeInvitation): string {
  const token = /\/invite\/([\w-]{43})$/.exec(link ?? '')?.[1];
  if (!token) throw new Error(`There is no token in the link ${link}.`);
  return token;
}

async function membershipsOf(user: TestUser) {
  return (await actorOfSession(user.sessionToken))?.workspaces ?? [];
}

describe('an invitation', () => {
  it('is a link that whoever holds it can use once, and only its hash is kept', async () => {
    const [owner, guest, late] = await Promise.all([createUser(), createUser(), createUser()]);
    const made = await invite(managing(owner), { email: guest.email, role: 'editor' });
    const token = tokenOf(made);
    expect(JSON.stringify(await database().invitation.findMany())).not.toContain(token);
    expect(await findInvitation(token)).toMatchObject({
      email: guest.email,
      role: 'editor',
      workspaceName: owner.workspace.name,
      invitedBy: owner.name,
    });
    expect(await acceptInvitation(personOf(guest), token)).toEqual({ slug: owner.workspace.slug });
    expect(await membershipsOf(guest)).toContainEqual(
      expect.objectContaining({ id: owner.workspace.id, role: 'editor' }),
    );
    expect(await findInvitation(token)).toBeNull();
    await expect(acceptInvitation(personOf(late), token)).rejects.toMatchObject({ kind: 'not_found' });
    expect(await listInvitations(managing(owner))).toEqual([]);
    const acts = await database().auditEvent.findMany({
      where: { targetId: made.id },
      orderBy: { at: 'asc' },
    });
    expect(acts.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['invitation.made', owner.id],
      ['invitation.accepted', guest.id],
    ]);
    expect(JSON.stringify(acts)).not.toContain(token);
  });

  it('lets exactly one of several in who use it at the same moment', async () => {
    const owner = await createUser();
    const guests = await Promise.all(Array.from({ length: 5 }, () => createUser()));
    const token = tokenOf(await invite(managing(owner), { email: someAddress(), role: 'viewer' }));
    const outcomes = await Promise.allSettled(
      guests.map((guest) => acceptInvitation(personOf(guest), token)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database().membership.count({ where: { workspaceId: owner.workspace.id } })).toBe(2);
  });

  it('opens nothing once it expired, was revoked, gave way to another or its workspace was deleted', async () => {
    const [owner, guest] = await Promise.all([createUser(), createUser()]);
    const email = someAddress();
    const first = tokenOf(await invite(managing(owner), { email, role: 'viewer' }));
    const second = await invite(managing(owner), { email, role: 'viewer' });
    expect(await findInvitation(first)).toBeNull();
    expect(await findInvitation(tokenOf(second), inDays(6.9))).not.toBeNull();
    expect(await findInvitation(tokenOf(second), inDays(7.1))).toBeNull();
    await expect(acceptInvitation(personOf(guest), tokenOf(second), inDays(7.1))).rejects.toMatchObject({
      kind: 'not_found',
    });
    await revokeInvitation(managing(owner), second.id);
    await expect(acceptInvitation(personOf(guest), tokenOf(second))).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(revokeInvitation(managing(owner), second.id)).rejects.toMatchObject({ kind: 'not_found' });
    const third = tokenOf(await invite(managing(owner), { email, role: 'viewer' }));
    await deleteWorkspace(scopeOf(owner, 'workspace:manage'));
    expect(await findInvitation(third)).toBeNull();
    await expect(acceptInvitation(personOf(guest), third)).rejects.toMatchObject({ kind: 'not_found' });
    expect(await membershipsOf(guest)).toHaveLength(1);
  });

  it('that has expired can be renewed, and then only the new link works', async () => {
    const owner = await createUser();
    const made = await invite(managing(owner), { email: someAddress(), role: 'viewer' });
    const renewed = await renewInvitation(managing(owner), { invitationId: made.id, by: 'link' }, inDays(20));
    expect(await findInvitation(tokenOf(made))).toBeNull();
    expect(await findInvitation(tokenOf(renewed), inDays(26))).not.toBeNull();
    const call = renewInvitation(managing(owner), { invitationId: made.id, by: 'mail' });
    await expect(call).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('leaves a member what they are, and stays open for somebody else', async () => {
    const owner = await createUser();
    const token = tokenOf(await invite(managing(owner), { email: someAddress(), role: 'viewer' }));
    await acceptInvitation(personOf(owner), token);
    expect(await membershipsOf(owner)).toMatchObject([{ role: 'owner' }]);
    expect(await findInvitation(token)).not.toBeNull();
  });

  it('is nothing that another workspace can see, renew or revoke', async () => {
    const [owner, stranger] = await Promise.all([createUser(), createUser()]);
    const { id } = await invite(managing(owner), { email: someAddress(), role: 'viewer' });
    expect(await listInvitations(managing(stranger))).toEqual([]);
    await expect(revokeInvitation(managing(stranger), id)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(renewInvitation(managing(stranger), { invitationId: id, by: 'link' })).rejects.toMatchObject(
      {
        kind: 'not_found',
      },
    );
    expect(await listInvitations(managing(owner))).toHaveLength(1);
  });

  it('never gives more than its maker may, also when their role is lowered before it is used', async () => {
    const owner = await createUser();
    const admin = await createUser({ role: 'admin', workspace: owner.workspace });
    await expect(invite(managing(admin), { email: someAddress(), role: 'owner' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const token = tokenOf(await invite(managing(admin), { email: someAddress(), role: 'admin' }));
    await changeRole(managing(owner), { userId: admin.id, role: 'editor' });
    expect(await findInvitation(token)).toBeNull();
    const ofOwner = await invite(managing(owner), { email: someAddress(), role: 'owner' });
    const second = await createUser({ role: 'admin', workspace: owner.workspace });
    for (const call of [
      () => revokeInvitation(managing(second), ofOwner.id),
      () => renewInvitation(managing(second), { invitationId: ofOwner.id, by: 'link' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });

  it('says the same of an address with an account as of one without', async () => {
    const [owner, known] = await Promise.all([createUser(), createUser()]);
    const ofKnown = await invite(managing(owner), { email: known.email, role: 'viewer' });
    const ofUnknown = await invite(managing(owner), { email: someAddress(), role: 'viewer' });
    const [one, other] = await Promise.all([ofKnown, ofUnknown].map((made) => findInvitation(tokenOf(made))));
    expect(Object.keys(ofKnown)).toEqual(Object.keys(ofUnknown));
    expect({ ...one, email: '', expiresAt: 0 }).toEqual({ ...other, email: '', expiresAt: 0 });
  });

  it('to a member is refused, and so is the forty-first of a quarter of an hour', async () => {
    const owner = await createUser();
    const inviteOne = (email: string) => invite(managing(owner), { email, role: 'viewer' });
    await expect(inviteOne(owner.email)).rejects.toMatchObject({ kind: 'conflict' });
    for (let made = 1; made < 40; made++) await inviteOne('same@example.org');
    await expect(inviteOne('same@example.org')).rejects.toMatchObject({ kind: 'limit_reached' });
  });
});

describe('joining as somebody new', () => {
  const form = { name: 'Nora New', password: 'correct horse battery' };

  it('makes an account with the invitation’s address that can sign in', async () => {
    const owner = await createUser();
    const email = someAddress();
    const token = tokenOf(await invite(managing(owner), { email, role: 'editor' }));
    const { userId, slug } = await acceptAsNewPerson(token, form, origin);
    expect(slug).toBe(owner.workspace.slug);
    const member = await database().membership.findFirstOrThrow({ where: { userId } });
    expect(member).toMatchObject({ workspaceId: owner.workspace.id, role: 'editor' });
    expect(await signIn({ email, password: form.password, ...origin })).toMatchObject({
      outcome: 'signed_in',
    });
    await expect(acceptAsNewPerson(token, form, origin)).rejects.toMatchObject({ kind: 'not_found' });
    const acts = await database().auditEvent.findMany({ where: { actorId: userId } });
    expect(acts.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['account.created', 'invitation.accepted']),
    );
  });

  it('never touches an account that has the address already', async () => {
    const [owner, known] = await Promise.all([createUser(), createUser()]);
    const token = tokenOf(await invite(managing(owner), { email: known.email, role: 'viewer' }));
    await expect(acceptAsNewPerson(token, form, origin)).rejects.toMatchObject({ kind: 'conflict' });
    const { email, password } = known;
    expect(await signIn({ email, password, ...origin })).toMatchObject({ outcome: 'signed_in' });
    expect(await findInvitation(token)).not.toBeNull();
    expect(await membershipsOf(known)).toHaveLength(1);
  });

  it('is refused for a password that is easily guessed, and after ten tries', async () => {
    const owner = await createUser();
    const token = tokenOf(await invite(managing(owner), { email: someAddress(), role: 'viewer' }));
    const attempt = () => acceptAsNewPerson(token, { name: 'Nora', password: 'password1234' }, origin);
    for (let tries = 0; tries < 10; tries++) {
      await expect(attempt()).rejects.toMatchObject({ problems: [{ field: 'password' }] });
    }
    await expect(attempt()).rejects.toMatchObject({ kind: 'limit_reached' });
  });
});
