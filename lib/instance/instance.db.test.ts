import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorizeInstance, type InstanceScope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import { closeQueue, enqueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { uploadOf } from '#lib/testing/documents.ts';
import * as instance from './index.ts';

let user: TestUser;
let scope: InstanceScope;
beforeAll(async () => {
  user = await createUser();
  scope = authorizeInstance({
    kind: 'user',
    userId: user.id,
    name: user.name,
    isInstanceOwner: true,
    memberships: [],
  });
});
afterAll(() => closeQueue());

async function workspaceOf({ workspace }: TestUser) {
  const { workspaces } = await instance.listWorkspaces(scope);
  return workspaces.find(({ id }) => id === workspace.id);
}

it('tells what each workspace uses, bytes that are there twice once', async () => {
  const member = await createUser();
  await createUser({ workspace: member.workspace, role: 'viewer' });
  const days = [new Date(), new Date('2020-01-01')];
  await database().usageDay.createMany({
    data: days.map((day) => ({
      ...{ workspaceId: member.workspace.id, day, subjectKind: 'user' as const },
      ...{ subjectId: member.id, pages: 4, failedPages: 1 },
    })),
  });
  await uploadOf(member);
  const document = { name: 'a', contentType: 'image/png', size: 10, sha256: 'same' };
  const rows = [1, 2].map(() => ({ id: newId(), workspaceId: member.workspace.id, ...document }));
  await database().document.createMany({ data: rows });
  expect(await workspaceOf(member)).toMatchObject({
    ...{ slug: member.workspace.slug, members: 2, pagesThisMonth: 4, pages: 8, documentBytes: 10 },
    ...{ deletedAt: null, monthlyPageQuota: null },
  });
});

it('tells when people were last seen, and in how many workspaces they are', async () => {
  const { people, total } = await instance.listPeople(scope);
  expect(total).toBe(people.length);
  const me = people.find(({ id }) => id === user.id);
  expect(me).toMatchObject({ email: user.email, workspaces: 1, lastSeenAt: expect.any(Date) });
});

describe('a quota', () => {
  it('is set, recorded in the trail of the workspace, and taken away', async () => {
    const { workspace } = user;
    await instance.setMonthlyQuota(scope, workspace.id, 100);
    await instance.setMonthlyQuota(scope, workspace.id, 100);
    expect((await workspaceOf(user))?.monthlyPageQuota).toBe(100);
    await instance.setMonthlyQuota(scope, workspace.id, null);
    const where = { workspaceId: workspace.id, act: 'workspace.quota_set' };
    const events = await database().auditEvent.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
    expect(events.map(({ actorId, details }) => [actorId, details])).toEqual([
      [user.id, { before: null, pages: 100 }],
      [user.id, { before: 100, pages: null }],
    ]);
  });

  it('cannot be set for a workspace that is deleted', async () => {
    const { workspace } = await createUser();
    await database().workspace.update({ where: { id: workspace.id }, data: { deletedAt: new Date() } });
    const set = instance.setMonthlyQuota(scope, workspace.id, 1);
    await expect(set).rejects.toMatchObject({ kind: 'not_found' });
  });
});

it('tells what waits, since when, and what is planned', async () => {
  await inTransaction(async (tx) => {
    await enqueue(tx, 'run-prediction', { predictionId: newId() });
    await enqueue(tx, 'run-prediction', { predictionId: newId() }, { delaySeconds: 3_600 });
  });
  const { queue, databaseAnswers, version } = await instance.instanceHealth(scope);
  expect(queue.find(({ name }) => name === 'run-prediction')).toMatchObject({
    ...{ waiting: 1, running: 0, planned: 1 },
    oldestWaitingAt: expect.any(Date),
  });
  expect(databaseAnswers).toBe(true);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

it('says that no worker is at work when none was for three minutes', async () => {
  const { worker } = await instance.instanceHealth(scope);
  expect(worker).toEqual({ isAtWork: false, lastSeenAt: null });
  const id = await inTransaction(async (tx) => {
    await enqueue(tx, 'sweep', {});
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      UPDATE pgboss.job SET state = 'completed', started_on = now(), completed_on = now()
      WHERE name = 'sweep' RETURNING id`;
    return row?.id;
  });
  expect(id).toBeDefined();
  expect((await instance.instanceHealth(scope)).worker.isAtWork).toBe(true);
  const later = { now: () => new Date(Date.now() + 4 * 60_000) };
  expect((await instance.instanceHealth(scope, later)).worker.isAtWork).toBe(false);
});
