import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, authorize, authorizeInstance, type Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction, type Position } from '#lib/platform/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import * as audit from './index.ts';
import { type AuditEntry, type AuditFilter, type RecordedAct, recordAct } from './index.ts';

let user: TestUser;
let scope: Scope;
beforeAll(async () => {
  user = await createUser();
  scope = scopeFor(user);
});

function actorFor({ id, name, workspace, role }: TestUser): Actor & { kind: 'user' } {
  const from = { ipAddress: '192.0.2.7', userAgent: 'Firefox' };
  return { kind: 'user', userId: id, name, memberships: [{ workspaceId: workspace.id, role }], from };
}

function scopeFor(person: TestUser): Scope {
  return authorize(actorFor(person), person.workspace.id, 'audit:read');
}

async function record(by: Parameters<typeof recordAct>[1], act: RecordedAct): Promise<void> {
  await inTransaction((tx) => recordAct(tx, by, act));
}

async function listed(of: Scope, filter: AuditFilter = {}): Promise<string[]> {
  const { items } = await audit.listAuditEvents(of, filter, null);
  return items.map(({ act, target }) => `${act} ${target?.name ?? ''}`.trim());
}

const done = (name: string, act: RecordedAct['act'] = 'document.trashed'): RecordedAct => ({
  act,
  target: { kind: 'document', id: `id of ${name}`, name },
});

describe('the trail', () => {
  it('keeps who acted, from where, and on what, under the names of then', async () => {
    await record(scope, { ...done('a.pdf'), details: { page: 3 } });
    const [entry] = (await audit.listAuditEvents(scope, {}, null)).items;
    expect(entry).toMatchObject({
      workspaceId: user.workspace.id,
      actor: { kind: 'user', id: user.id, name: user.name },
      act: 'document.trashed',
      target: { kind: 'document', id: 'id of a.pdf', name: 'a.pdf' },
      details: { page: 3 },
      ipAddress: '192.0.2.7',
      userAgent: 'Firefox',
    });
  });

  it('holds an act exactly when the act itself was done', async () => {
    const other = await createUser();
    const failed = inTransaction(async (tx) => {
      await recordAct(tx, scopeFor(other), done('never.pdf'));
      throw new Error('The act failed.');
    });
    await expect(failed).rejects.toThrow('The act failed.');
    expect((await listed(scopeFor(other))).filter((line) => line.includes('never'))).toEqual([]);
  });

  it.each([
    ['changed', `UPDATE audit_event SET act = 'nothing'`],
    ['deleted', 'DELETE FROM audit_event'],
    ['emptied', 'TRUNCATE audit_event'],
    ['emptied along with others', 'TRUNCATE audit_event, workspace CASCADE'],
  ])('cannot be %s, whatever a program tries', async (_, statement) => {
    await record(scope, done('kept.pdf'));
    const before = await database().auditEvent.count();
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow('append-only');
    expect(await database().auditEvent.count()).toBe(before);
  });

  it('outlives the person and the workspace that it tells of', async () => {
    const gone = await createUser();
    await record(scopeFor(gone), done('theirs.pdf'));
    await database().workspace.delete({ where: { id: gone.workspace.id } });
    await database().user.delete({ where: { id: gone.id } });
    expect(
      await database().auditEvent.count({ where: { act: 'document.trashed', actorName: gone.name } }),
    ).toBe(1);
  });
});

describe('the list', () => {
  it('shows the sign-ins of members beside what was done in the workspace, and nothing of others', async () => {
    const [ours, theirs] = await Promise.all([createUser(), createUser()]);
    await record(scopeFor(ours), done('ours.pdf'));
    await record(scopeFor(theirs), done('theirs.pdf'));
    for (const person of [ours, theirs]) {
      await record({ actor: actorFor(person), workspaceId: null }, { act: 'account.signed_out' });
      const target = { kind: 'user', id: person.id, name: person.email };
      await record(
        { actor: { kind: 'nobody' }, workspaceId: null },
        { act: 'account.sign_in_failed', target },
      );
    }
    const found = (await audit.listAuditEvents(scopeFor(ours), {}, null)).items;
    expect(found.filter(({ act }) => act === 'account.signed_out')).toHaveLength(1);
    expect(found.filter(({ act }) => act === 'account.sign_in_failed')).toMatchObject([
      { target: { id: ours.id } },
    ]);
    expect(found.map(({ target }) => target?.name)).toContain('ours.pdf');
    expect(JSON.stringify(found)).not.toContain(theirs.email);
    expect(JSON.stringify(found)).not.toContain('theirs.pdf');
  });

  it('says how members came in, and never from where or with what; who looks after the installation sees that', async () => {
    const [admin, member] = await Promise.all([createUser(), createUser()]);
    await database().membership.create({
      data: {
        ...{ workspaceId: admin.workspace.id, userId: member.id, role: 'viewer' },
        createdAt: new Date(0),
      },
    });
    const from = { ipAddress: '203.0.113.9', userAgent: 'Seldom/1.0' };
    const method = { method: 'password' };
    const self = { actor: { ...actorFor(member), from }, workspaceId: null };
    const nobody = { actor: { kind: 'nobody' as const, from }, workspaceId: null };
    const target = { kind: 'user', id: member.id, name: member.name };
    await record(self, { act: 'account.signed_in', details: method });
    await record(self, { act: 'account.signed_out' });
    await record(self, { act: 'account.password_changed' });
    await record(nobody, { act: 'account.sign_in_failed', target, details: { way: 'password' } });
    await record(nobody, { act: 'account.sign_in_limited', details: { way: 'password' } });
    const shown = (await audit.listAuditEvents(scopeFor(admin), { group: 'account' }, null)).items.filter(
      ({ actor, target: of }) => [actor.id, of?.id].includes(member.id),
    );
    // The first is that of `createUser`.
    expect(shown.map(({ act }) => act).toSorted()).toEqual([
      'account.sign_in_failed',
      ...['account.signed_in', 'account.signed_in', 'account.signed_out'],
    ]);
    for (const { ipAddress, userAgent } of shown) expect([ipAddress, userAgent]).toEqual([null, null]);
    const all = await audit.listAuditEvents(scopeFor(admin), {}, null);
    const csv = await text(audit.auditCsv(scopeFor(admin), {}));
    for (const told of [JSON.stringify(all), csv]) {
      expect(told).toContain(member.id);
      expect(told).not.toMatch(/203\.0\.113\.9|Seldom|sign_in_limited|password_changed/);
    }
    const instance = authorizeInstance({ ...actorFor(user), isInstanceOwner: true });
    const { items } = await audit.listAllAuditEvents(instance, { group: 'account' }, null);
    expect(items).toContainEqual(expect.objectContaining({ act: 'account.sign_in_limited', ...from }));
  });

  it('leaves what fits all filters: who, what about, done to what, and when', async () => {
    const one = await createUser();
    const two = await createUser({ workspace: one.workspace });
    const own = scopeFor(one);
    await record(own, done('Invoice 100%.pdf', 'document.restored'));
    await record(scopeFor(two), done('letter.pdf', 'job.started'));
    expect(await listed(own, { group: 'document' })).toEqual(['document.restored Invoice 100%.pdf']);
    expect(await listed(own, { actorId: two.id, group: 'job' })).toEqual(['job.started letter.pdf']);
    expect(await listed(own, { target: 'INVOICE 100%' })).toEqual(['document.restored Invoice 100%.pdf']);
    expect(await listed(own, { target: '%' })).toEqual(['document.restored Invoice 100%.pdf']);
    expect(await listed(own, { target: 'id of letter.pdf' })).toEqual(['job.started letter.pdf']);
    const tomorrow = new Date(Date.now() + 86_400_000);
    expect(await listed(own, { from: tomorrow })).toEqual([]);
    expect(await listed(own, { group: 'job', to: tomorrow })).toHaveLength(1);
  });

  it('goes on from page to page and back without a gap, also where many acts have one time', async () => {
    const many = scopeFor(await createUser());
    const acts = Array.from({ length: 120 }, (_, index) => done(`page ${index}`));
    await inTransaction((tx) => audit.recordActs(tx, many, acts));
    const filter = { group: 'document' };
    const pages: AuditEntry[][] = [];
    let position: Position | null = null;
    do {
      const page: Awaited<ReturnType<typeof audit.listAuditEvents>> = await audit.listAuditEvents(
        many,
        filter,
        position,
      );
      pages.push(page.items);
      position = page.older;
    } while (position);
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(120);
    const third = pages[2]?.[0];
    if (!third) throw new Error('There is no third page.');
    const back = { direction: 'newer', createdAt: third.createdAt, id: third.id } as const;
    expect((await audit.listAuditEvents(many, filter, back)).items).toEqual(pages[1]);
  });

  it('is everything there is for who looks after the installation', async () => {
    const other = await createUser();
    await record(scopeFor(other), done('elsewhere.pdf'));
    const owner = authorizeInstance({ ...actorFor(user), isInstanceOwner: true });
    const { items } = await audit.listAllAuditEvents(owner, { target: 'elsewhere' }, null);
    expect(items).toMatchObject([{ workspaceId: other.workspace.id }]);
  });
});

describe('the CSV', () => {
  it('holds all that fits, however much, and nothing that a spreadsheet would calculate', async () => {
    const many = scopeFor(await createUser());
    const acts = Array.from({ length: 1_200 }, (_, index) => done(`=SUM(A${index})`));
    await inTransaction((tx) => audit.recordActs(tx, many, acts));
    const csv = await text(audit.auditCsv(many, { group: 'document' }));
    const rows = csv.trimEnd().split('\r\n');
    expect(rows).toHaveLength(1_201);
    expect(rows[0]).toMatch(/^at,workspace_id,actor_kind,/);
    expect(csv).not.toMatch(/(^|,)"?=SUM/m);
    expect(csv).toContain(`"'=SUM(A7)"`);
  });
});
