import { afterAll, describe, expect, it } from 'vitest';
import { actorOfSession, authenticateToken } from '#lib/accounts/index.ts';
import { closeLive, type LiveEvent, listen } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { newDocument, scopeOf } from '#lib/testing/documents.ts';
import {
  changeRole,
  invite,
  leaveWorkspace,
  listInvitations,
  listMembersInDetail,
  removeMember,
  transferOwnership,
} from './index.ts';

afterAll(async () => {
  await closeQueue();
  await closeLive();
});

async function roleOf(user: TestUser): Promise<string | undefined> {
  const holder = await actorOfSession(user.sessionToken);
  return holder?.workspaces.find(({ id }) => id === user.workspace.id)?.role;
}

async function team() {
  const owner = await createUser();
  const [admin, editor, viewer] = await Promise.all(
    (['admin', 'editor', 'viewer'] as const).map((role) => createUser({ role, workspace: owner.workspace })),
  );
  if (!admin || !editor || !viewer) throw new Error('unreachable');
  return { owner, admin, editor, viewer };
}

const managing = (user: TestUser) => scopeOf(user, 'member:manage');
const without = (user: TestUser) => ({ userId: user.id, revokeTokens: false });

describe('the members of a workspace', () => {
  it('are listed by name, with addresses and when they were last seen, and nobody else is', async () => {
    const { owner, viewer, admin, editor } = await team();
    await createUser();
    const members = await listMembersInDetail(scopeOf(viewer, 'member:read'));
    expect(members.map(({ name }) => name)).toEqual(members.map(({ name }) => name).toSorted());
    expect(members.map(({ id }) => id).toSorted()).toEqual(
      [owner, admin, editor, viewer].map(({ id }) => id).toSorted(),
    );
    expect(members).toContainEqual(
      expect.objectContaining({ email: owner.email, role: 'owner', lastSeenAt: expect.any(Date) }),
    );
  });
});

describe('a role', () => {
  it('counts from the next request on, open pages are told, and the trail says from what to what', async () => {
    const { admin, editor } = await team();
    const heard: LiveEvent[] = [];
    const stop = await listen((event) => heard.push(event));
    await changeRole(managing(admin), { userId: editor.id, role: 'viewer' });
    expect(await roleOf(editor)).toBe('viewer');
    await expect.poll(() => heard).toContainEqual({ topic: 'access', userId: editor.id });
    stop();
    const [act] = await database().auditEvent.findMany({
      where: { act: 'member.role_changed', targetId: editor.id },
    });
    expect(act).toMatchObject({
      actorId: admin.id,
      workspaceId: admin.workspace.id,
      targetName: editor.name,
      details: { before: 'editor', after: 'viewer' },
    });
  });

  it('is never given above one’s own: admins make no owners, nor touch those there are', async () => {
    const { owner, admin, editor } = await team();
    for (const userId of [editor.id, admin.id]) {
      await expect(changeRole(managing(admin), { userId, role: 'owner' })).rejects.toMatchObject({
        kind: 'forbidden',
      });
    }
    await expect(changeRole(managing(admin), { userId: owner.id, role: 'viewer' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(removeMember(managing(admin), without(owner))).rejects.toMatchObject({ kind: 'forbidden' });
    expect([await roleOf(owner), await roleOf(admin), await roleOf(editor)]).toEqual([
      'owner',
      'admin',
      'editor',
    ]);
  });

  it('that was lowered since the request began is what counts', async () => {
    const { owner, admin, editor } = await team();
    const stale = managing(admin);
    await changeRole(managing(owner), { userId: admin.id, role: 'viewer' });
    await expect(changeRole(stale, { userId: editor.id, role: 'admin' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(invite(stale, { email: 'late@example.org', role: 'viewer' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await removeMember(managing(owner), without(admin));
    await expect(changeRole(stale, { userId: editor.id, role: 'viewer' })).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('of somebody in another workspace is not to be had', async () => {
    const [{ owner }, stranger] = await Promise.all([team(), createUser()]);
    const call = changeRole(managing(owner), { userId: stranger.id, role: 'viewer' });
    await expect(call).rejects.toMatchObject({ kind: 'not_found' });
    await expect(removeMember(managing(owner), without(stranger))).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect(await roleOf(stranger)).toBe('owner');
  });
});

describe('the last owner', () => {
  it('can neither leave nor be lowered nor be removed', async () => {
    const { owner } = await team();
    for (const attempt of [
      () => leaveWorkspace(scopeOf(owner, 'workspace:read')),
      () => changeRole(managing(owner), { userId: owner.id, role: 'admin' }),
      () => removeMember(managing(owner), without(owner)),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ kind: 'conflict' });
    }
    expect(await roleOf(owner)).toBe('owner');
  });

  it('stays when several owners go at the same moment', async () => {
    const owner = await createUser();
    const others = await Promise.all(
      Array.from({ length: 3 }, () => createUser({ role: 'owner', workspace: owner.workspace })),
    );
    const owners = [owner, ...others];
    const outcomes = await Promise.allSettled(
      owners.map((person, index) =>
        index % 2 === 0
          ? leaveWorkspace(scopeOf(person, 'workspace:read'))
          : changeRole(managing(person), { userId: person.id, role: 'viewer' }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const left = await database().membership.count({
      where: { workspaceId: owner.workspace.id, role: 'owner' },
    });
    expect(left).toBe(1);
  });
});

describe('handing over', () => {
  it('makes the other owner and oneself admin, together', async () => {
    const { owner, editor } = await team();
    await transferOwnership(scopeOf(owner, 'workspace:manage'), editor.id);
    expect([await roleOf(owner), await roleOf(editor)]).toEqual(['admin', 'owner']);
    await expect(transferOwnership(scopeOf(owner, 'workspace:manage'), owner.id)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('to somebody who is no member changes nothing', async () => {
    const [{ owner }, stranger] = await Promise.all([team(), createUser()]);
    const call = transferOwnership(scopeOf(owner, 'workspace:manage'), stranger.id);
    await expect(call).rejects.toMatchObject({ kind: 'not_found' });
    expect(await roleOf(owner)).toBe('owner');
  });
});

describe('somebody who is removed or leaves', () => {
  it('sees nothing any more; what was theirs to review is free, and their invitations are dead', async () => {
    const { owner, admin } = await team();
    const documentId = await newDocument(owner);
    await database().document.update({ where: { id: documentId }, data: { assigneeId: admin.id } });
    await invite(managing(admin), { email: 'guest@example.org', role: 'viewer' });
    await removeMember(managing(owner), without(admin));
    expect(await roleOf(admin)).toBeUndefined();
    const document = await database().document.findUniqueOrThrow({ where: { id: documentId } });
    expect(document.assigneeId).toBeNull();
    expect(await listInvitations(managing(owner))).toEqual([]);
  });

  it('keeps no working API token when the remover says so, and programs keep theirs otherwise', async () => {
    const { owner, admin } = await team();
    const second = await createUser({ role: 'admin', workspace: owner.workspace });
    const [of, ofSecond, ofOwner] = await Promise.all([
      apiTokenOf(admin),
      apiTokenOf(second, ['predictions:read']),
      apiTokenOf(owner),
    ]);
    await removeMember(managing(owner), { userId: admin.id, revokeTokens: true });
    await removeMember(managing(owner), without(second));
    expect(await authenticateToken(of)).toBeNull();
    expect(await authenticateToken(ofSecond)).not.toBeNull();
    expect(await authenticateToken(ofOwner)).not.toBeNull();
  });

  it('may be any member who is not the last owner', async () => {
    const { editor, viewer, admin } = await team();
    for (const person of [editor, viewer, admin]) {
      await leaveWorkspace(scopeOf(person, 'workspace:read'));
      expect(await roleOf(person)).toBeUndefined();
    }
  });
});

it('who hands a workspace over has no invitation of an owner left', async () => {
  const { owner, admin } = await team();
  await invite(managing(owner), { email: 'second@example.org', role: 'owner' });
  await invite(managing(owner), { email: 'viewer@example.org', role: 'viewer' });
  await transferOwnership(managing(owner), admin.id);
  const left = await listInvitations(managing({ ...admin, role: 'owner' }));
  expect(left.map(({ role }) => role)).toEqual(['viewer']);
});
