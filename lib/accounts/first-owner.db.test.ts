import { beforeEach, expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { portalToken } from '#lib/platform/index.ts';
import { authenticateToken } from './authenticate-token.ts';
import { ensureFirstOwner } from './ensure-first-owner.ts';
import { isSetUp } from './is-set-up.ts';
import { setUpFirstOwner } from './set-up-first-owner.ts';
import { signIn } from './sign-in.ts';

const form = {
  name: 'Anna',
  email: 'anna@example.org',
  password: 'a long password',
  workspaceName: 'Ännas Archiv',
};
const configured = {
  firstOwner: {
    email: 'Owner@Example.org',
    password: 'a long password',
    apiToken: 'a token of the operator' as string | undefined,
  },
};

beforeEach(async () => {
  await database().workspace.deleteMany();
  await database().user.deleteMany();
});

it('makes owner, workspace and portal key together', async () => {
  expect(await isSetUp()).toBe(false);
  const { userId, workspaceSlug } = await setUpFirstOwner(form);
  expect(workspaceSlug).toBe('annas-archiv');
  expect(await isSetUp()).toBe(true);
  const membership = await database().membership.findFirstOrThrow({
    include: { workspace: true, user: true },
  });
  expect(membership).toMatchObject({ userId, role: 'owner', user: { isInstanceOwner: true } });
  expect(membership.workspace).toMatchObject({ slug: 'annas-archiv', name: 'Ännas Archiv' });
  expect(await authenticateToken(portalToken(membership.workspaceId))).not.toBeNull();
});

it('lets one of several set-ups at the same time win', async () => {
  const tries = ['a', 'b', 'c', 'd'].map((name) =>
    setUpFirstOwner({ ...form, email: `${name}@example.org`, workspaceName: name }),
  );
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await database().user.count()).toBe(1);
  expect(await database().workspace.count()).toBe(1);
});

it('makes the configured owner once, however many processes start', async () => {
  await Promise.all([ensureFirstOwner(configured), ensureFirstOwner(configured)]);
  await ensureFirstOwner(configured);
  expect(await database().user.count()).toBe(1);
  const origin = { userAgent: null, ipAddress: null };
  const { email, password } = { email: 'owner@example.org', password: configured.firstOwner.password };
  expect((await signIn({ email, password, ...origin })).outcome).toBe('signed_in');
  const actor = await authenticateToken('a token of the operator');
  expect(actor?.permissions).toContain('prediction:write');
});

it('never adds a configured owner to an installation that has people, nor changes their password', async () => {
  await setUpFirstOwner(form);
  await ensureFirstOwner(configured);
  expect(await database().user.count()).toBe(1);
  const { email } = form;
  await ensureFirstOwner({ firstOwner: { email, password: 'another password', apiToken: undefined } });
  const origin = { userAgent: null, ipAddress: null };
  expect((await signIn({ email, password: form.password, ...origin })).outcome).toBe('signed_in');
});

it('leaves the operator token revoked after it was revoked', async () => {
  await ensureFirstOwner(configured);
  await database().apiToken.updateMany({ where: { kind: 'personal' }, data: { revokedAt: new Date() } });
  await ensureFirstOwner(configured);
  expect(await authenticateToken('a token of the operator')).toBeNull();
});

it('replaces a portal key that another secret derived', async () => {
  await setUpFirstOwner(form);
  const portal = await database().apiToken.findFirstOrThrow({ where: { kind: 'portal' } });
  await database().apiToken.update({ where: { id: portal.id }, data: { tokenHash: 'of an earlier secret' } });
  expect(await authenticateToken(portalToken(portal.workspaceId))).toBeNull();
  await ensureFirstOwner({ firstOwner: undefined });
  expect(await authenticateToken(portalToken(portal.workspaceId))).not.toBeNull();
  expect(await database().apiToken.count({ where: { kind: 'portal' } })).toBe(1);
});
