import { expect, it, vi } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { actorOfSession } from '../actor-of-session.ts';
import { waysIn } from '../ways-in.ts';
import { type OidcClaims, signInWithOidc } from './sign-in-with-oidc.ts';

vi.hoisted(() => {
  Object.assign(process.env, {
    OIDC_ISSUER: 'https://id.example.org',
    OIDC_CLIENT_ID: 'lectern',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_ALLOWED_DOMAINS: 'example.org, example.com',
    OIDC_WORKSPACE: 'before',
    OIDC_ROLE: 'editor',
  });
});

const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };

function claims(changed: Partial<OidcClaims> = {}): OidcClaims {
  const id = newId();
  const email = `${id}@Example.org`;
  return {
    issuer: 'https://id.example.org',
    subject: id,
    email,
    isEmailVerified: true,
    name: 'Ada',
    ...changed,
  };
}

async function enter(who: OidcClaims) {
  const result = await signInWithOidc({ claims: who, ...origin });
  if (result.outcome === 'signed_in') return await actorOfSession(result.token);
  return result.outcome === 'refused' ? result.reason : result.outcome;
}

it('leaves the making of the first owner to the set-up page', async () => {
  expect(await enter(claims())).toBe('not_set_up');
  expect(await database().user.count()).toBe(0);
});

it('makes an account for somebody of an allowed domain, who joins the workspace by its former slug, too', async () => {
  const owner = await createUser();
  await database().workspaceFormerSlug.create({ data: { slug: 'before', workspaceId: owner.workspace.id } });
  const who = claims();
  expect(await enter(who)).toMatchObject({
    user: { name: 'Ada', email: who.email?.toLowerCase() },
    workspaces: [{ id: owner.workspace.id, role: 'editor' }],
  });
});

it('knows people again by issuer and subject, whatever their address and name are by now', async () => {
  const who = claims();
  const first = await enter(who);
  const again = await enter({ ...who, email: `new-${who.subject}@example.com`, name: 'Ada L.' });
  expect(again).toMatchObject({ user: { id: Object(first).user.id, name: 'Ada' } });
  const other = await enter({ ...claims(), issuer: 'https://elsewhere.example.org', subject: who.subject });
  expect(Object(other).user.id).not.toBe(Object(first).user.id);
});

it('does not bring back somebody who was removed from the workspace', async () => {
  const who = claims();
  const { user } = Object(await enter(who));
  await database().membership.deleteMany({ where: { userId: user.id } });
  expect(await enter(who)).toMatchObject({ user: { id: user.id }, workspaces: [] });
});

it('links an account that is there only when the provider has verified the address', async () => {
  const present = await createUser();
  const email = present.email;
  expect(await enter(claims({ email, isEmailVerified: false }))).toBe('email_unverified');
  expect((await waysIn(present.id)).issuers).toEqual([]);
  expect(await enter(claims({ email }))).toMatchObject({ user: { id: present.id } });
  expect((await waysIn(present.id)).issuers).toEqual(['https://id.example.org']);
});

it.each([
  [{ email: 'eve@elsewhere.example' }, 'domain_refused'],
  [{ email: 'eve@notexample.org' }, 'domain_refused'],
  [{ email: 'eve@example.org@elsewhere.example' }, 'domain_refused'],
  [{ email: null }, 'no_email'],
  [{ isEmailVerified: false }, 'email_unverified'],
] as const)('refuses %o with the reason %s, and writes it down', async (changed, reason) => {
  const before = await database().user.count();
  expect(await enter(claims(changed))).toBe(reason);
  expect(await database().user.count()).toBe(before);
  const told = await database().auditEvent.findFirst({ orderBy: { at: 'desc' } });
  expect(told).toMatchObject({ act: 'account.sign_in_failed', details: { way: 'oidc', reason } });
});

it('holds the list of domains against those who came in before, too', async () => {
  const who = claims();
  await enter(who);
  expect(await enter({ ...who, email: 'ada@elsewhere.example' })).toBe('domain_refused');
});

it('makes one account of several first visits at the same time', async () => {
  const who = claims();
  const holders = await Promise.all([enter(who), enter(who), enter(who)]);
  expect(new Set(holders.map((holder) => Object(holder).user.id)).size).toBe(1);
});
