import { stat } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { actorOfSession, authenticateToken } from '#lib/accounts/index.ts';
import { blobPath } from '#lib/blobs/index.ts';
import { closeLive, type LiveEvent, listen } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId, portalToken } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { apiTokenOf, createUser, type TestUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf, uniqueJpeg, uploadOf } from '#lib/testing/documents.ts';
import { waitingForLocks } from '#lib/testing/waiting-for-locks.ts';
import {
  changeRole,
  createWorkspace,
  deleteWorkspace,
  getWorkspaceSettings,
  listDeletedWorkspaces,
  type Person,
  purgeWorkspaces,
  restoreWorkspace,
  updateWorkspace,
} from './index.ts';

afterAll(async () => {
  await closeQueue();
  await closeLive();
});

const DAY_MS = 24 * 3_600_000;
const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * DAY_MS) });

function personOf({ id, name }: TestUser): Person {
  return { kind: 'user', userId: id, name, memberships: [] };
}

function actsIn(workspaceId: string) {
  return database().auditEvent.findMany({
    where: { workspaceId },
    orderBy: { id: 'asc' },
    select: { act: true, actorId: true, targetName: true, details: true },
  });
}

async function holderOf(user: TestUser) {
  return await actorOfSession(user.sessionToken);
}

describe('a new workspace', () => {
  it('belongs to its maker, has the key to the prediction service, and is in the audit trail', async () => {
    const maker = await createUser();
    const { workspaceId, slug } = await createWorkspace(personOf(maker), { name: 'Ännas Archiv' });
    expect(slug).toBe('annas-archiv');
    const holder = await holderOf(maker);
    expect(holder?.workspaces).toContainEqual(
      expect.objectContaining({ id: workspaceId, name: 'Ännas Archiv', role: 'owner' }),
    );
    expect(await authenticateToken(portalToken(workspaceId))).toMatchObject({ workspaceId, isPortal: true });
    expect(await actsIn(workspaceId)).toEqual([
      { act: 'workspace.created', actorId: maker.id, targetName: 'Ännas Archiv', details: null },
    ]);
  });

  it('never gets an address that another one has or had, also when many are made at once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => createUser()));
    const made = await Promise.all(
      people.map((person) => createWorkspace(personOf(person), { name: 'Crowd' })),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(6);
    expect(made.map(({ slug }) => slug)).toContain('crowd');
  });

  it('cannot be made again and again', async () => {
    const maker = await createUser();
    const makeOne = () => createWorkspace(personOf(maker), { name: newId() });
    for (let made = 0; made < 10; made++) await makeOne();
    await expect(makeOne()).rejects.toMatchObject({ kind: 'limit_reached' });
  });
});

describe('the address of a workspace', () => {
  it('changes, and the ones before keep leading to it', async () => {
    const owner = await createUser();
    const scope = scopeOf(owner, 'workspace:update');
    const [first, second, third] = [owner.workspace.slug, `b-${newId()}`, `c-${newId()}`];
    await updateWorkspace(scope, { name: owner.workspace.name, slug: second });
    await updateWorkspace(scope, { name: 'Renamed', slug: third });
    const holder = await holderOf(owner);
    expect(holder?.workspaces).toMatchObject([{ slug: third, name: 'Renamed' }]);
    expect(holder?.workspaces[0]?.formerSlugs.toSorted()).toEqual([first, second].toSorted());
    const acts = (await actsIn(owner.workspace.id)).map(({ act }) => act);
    expect(acts.toSorted()).toEqual([
      ...['workspace.address_changed', 'workspace.address_changed', 'workspace.renamed'],
    ]);
  });

  it('can go back to an earlier one of its own', async () => {
    const owner = await createUser();
    const { slug: first, name } = owner.workspace;
    const scope = scopeOf(owner, 'workspace:update');
    await updateWorkspace(scope, { name, slug: `d-${newId()}` });
    await updateWorkspace(scope, { name, slug: first });
    expect((await getWorkspaceSettings(scope)).slug).toBe(first);
  });

  it('is never taken from another workspace, not even an earlier one of it', async () => {
    const [owner, other] = await Promise.all([createUser(), createUser()]);
    const { slug: earlier, name } = other.workspace;
    const present = `e-${newId()}`;
    await updateWorkspace(scopeOf(other, 'workspace:update'), { name, slug: present });
    for (const slug of [earlier, present]) {
      const stealing = updateWorkspace(scopeOf(owner, 'workspace:update'), { name: 'Thief', slug });
      await expect(stealing).rejects.toMatchObject({ kind: 'invalid_input', problems: [{ field: 'slug' }] });
    }
    expect(await getWorkspaceSettings(scopeOf(owner, 'workspace:read'))).toMatchObject({
      name: owner.workspace.name,
      slug: owner.workspace.slug,
    });
  });
});

it('is neither changed nor deleted by who was lowered since they asked', async () => {
  const owner = await createUser();
  const second = await createUser({ workspace: owner.workspace });
  const asked = {
    update: scopeOf(second, 'workspace:update'),
    delete: scopeOf(second, 'workspace:manage'),
  };
  const update = () => updateWorkspace(asked.update, { name: 'Late', slug: owner.workspace.slug });
  const lower = (role: 'admin' | 'viewer') =>
    changeRole(scopeOf(owner, 'member:manage'), { userId: second.id, role });
  await lower('admin');
  await expect(deleteWorkspace(asked.delete)).rejects.toMatchObject({ kind: 'forbidden' });
  await update();
  await lower('viewer');
  await expect(update()).rejects.toMatchObject({ kind: 'forbidden' });
  await database().membership.deleteMany({ where: { userId: second.id } });
  await expect(update()).rejects.toMatchObject({ kind: 'not_found' });
  expect((await holderOf(owner))?.workspaces).toMatchObject([{ name: 'Late' }]);
});

describe('a deleted workspace', () => {
  it('answers to nobody at once: members, tokens, the portal key; and open pages are told', async () => {
    const owner = await createUser();
    const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
    const token = await apiTokenOf(owner);
    const heard: LiveEvent[] = [];
    const stop = await listen((event) => heard.push(event));
    await deleteWorkspace(scopeOf(owner, 'workspace:manage'));
    expect((await holderOf(owner))?.workspaces).toEqual([]);
    expect((await holderOf(viewer))?.workspaces).toEqual([]);
    expect(await authenticateToken(token)).toBeNull();
    expect(await authenticateToken(portalToken(owner.workspace.id))).toBeNull();
    await expect(getWorkspaceSettings(scopeOf(owner, 'workspace:read'))).rejects.toMatchObject({
      kind: 'not_found',
    });
    for (const { id } of [owner, viewer]) {
      await expect.poll(() => heard).toContainEqual({ topic: 'access', userId: id });
    }
    stop();
  });

  it('is restored by its owners as it was, within thirty days, and by nobody else', async () => {
    const owner = await createUser();
    const { id, slug } = owner.workspace;
    const admin = await createUser({ role: 'admin', workspace: owner.workspace });
    const stranger = await createUser();
    const token = await apiTokenOf(owner);
    await deleteWorkspace(scopeOf(owner, 'workspace:manage'));
    for (const person of [admin, stranger]) {
      expect(await listDeletedWorkspaces(personOf(person))).toEqual([]);
      await expect(restoreWorkspace(personOf(person), id)).rejects.toMatchObject({ kind: 'not_found' });
    }
    await expect(restoreWorkspace(personOf(owner), id, inDays(31))).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect(await listDeletedWorkspaces(personOf(owner), inDays(31))).toEqual([]);
    expect(await listDeletedWorkspaces(personOf(owner), inDays(29))).toMatchObject([{ id, slug }]);
    expect(await restoreWorkspace(personOf(owner), id, inDays(29))).toEqual({ slug });
    expect((await holderOf(admin))?.workspaces).toMatchObject([{ id, role: 'admin' }]);
    expect(await authenticateToken(token)).toMatchObject({ workspaceId: id });
    await expect(restoreWorkspace(personOf(owner), id)).rejects.toMatchObject({ kind: 'not_found' });
    const acts = (await actsIn(id)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['workspace.deleted', 'workspace.restored']));
  });

  it('is gone after thirty days, rows and bytes, but for bytes that others name; others keep everything', async () => {
    const [owner, other] = await Promise.all([createUser(), createUser()]);
    const [shared, own] = [uniqueJpeg(), uniqueJpeg()];
    await documentWithPages(owner, 2);
    const { sha256: ownKey } = await storedUpload(owner, own);
    const { sha256: sharedKey } = await storedUpload(owner, shared);
    await storedUpload(other, shared);
    await nestedFolders(owner);
    await deleteWorkspace(scopeOf(owner, 'workspace:manage'));
    await purgeWorkspaces(undefined, inDays(29));
    expect(await rowsOf(owner)).not.toEqual([]);
    await purgeWorkspaces(undefined, inDays(31));
    expect(await rowsOf(owner)).toEqual([]);
    expect(await database().workspace.count({ where: { id: owner.workspace.id } })).toBe(0);
    expect(await isStored(ownKey)).toBe(false);
    expect(await isStored(sharedKey)).toBe(true);
    expect(await rowsOf(other)).not.toEqual([]);
    expect((await actsIn(owner.workspace.id)).map(({ act }) => act)).toContain('workspace.purged');
    await purgeWorkspaces(undefined, inDays(31));
  });

  it('that is restored in the very moment of its purge lives, with all it has', async () => {
    const owner = await createUser();
    await documentWithPages(owner, 2);
    const { sha256 } = await storedUpload(owner, uniqueJpeg());
    await deleteWorkspace(scopeOf(owner, 'workspace:manage'));
    const before = await rowsOf(owner);
    const purged = Promise.withResolvers<void>();
    const restored = Promise.withResolvers<void>();
    const restoration = inTransaction(async (tx) => {
      await tx.workspace.update({ where: { id: owner.workspace.id }, data: { deletedAt: null } });
      restored.resolve();
      await purged.promise;
    });
    await restored.promise;
    const purge = purgeWorkspaces(undefined, inDays(31));
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
    purged.resolve();
    await Promise.all([restoration, purge]);
    expect(await rowsOf(owner)).toEqual(before);
    expect(await isStored(sha256)).toBe(true);
    expect((await holderOf(owner))?.workspaces).toMatchObject([{ id: owner.workspace.id }]);
  });
});

async function storedUpload(user: TestUser, bytes: Uint8Array) {
  const { uploadId } = await uploadOf(user, 'scan.jpg', bytes);
  return database().upload.findUniqueOrThrow({ where: { id: uploadId }, select: { sha256: true } });
}

async function nestedFolders({ workspace: { id: workspaceId } }: TestUser): Promise<void> {
  const [outer, inner] = [newId(), newId()];
  await database().folder.create({ data: { id: outer, workspaceId, name: 'Outer' } });
  await database().folder.create({ data: { id: inner, workspaceId, name: 'Inner', parentId: outer } });
}

function isStored(key: string): Promise<boolean> {
  return stat(blobPath(key)).then(
    () => true,
    () => false,
  );
}

/** Tables that still hold something of the workspace; the audit trail keeps what happened. */
async function rowsOf({ workspace: { id } }: TestUser): Promise<string[]> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE column_name = 'workspace_id' AND table_schema = 'public' AND table_name <> 'audit_event'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database().$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${name}" WHERE workspace_id = $1 LIMIT 1`,
      id,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
