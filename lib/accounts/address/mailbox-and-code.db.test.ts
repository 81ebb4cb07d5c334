import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { mailedToken, queuedMails } from '#lib/testing/queued-mails.ts';
import { requestPasswordReset } from '../mailed-links/request-link.ts';
import { type OidcOutcome, signInWithOidc } from '../oidc/sign-in-with-oidc.ts';
import { resetPassword } from '../passwords/reset-password.ts';
import { finishSignIn } from '../second-factor/finish-sign-in.ts';
import { type SignInOutcome, signIn } from '../sign-in.ts';

// Somebody with an authenticator app, whose address nobody has proved: a mailbox and a code prove it together, also when
// they are shown one after the other.

vi.hoisted(() => {
  Object.assign(process.env, {
    SMTP_URL: 'smtp://mail.invalid',
    OIDC_ISSUER: 'https://id.example.org',
    OIDC_CLIENT_ID: 'lectern',
    OIDC_CLIENT_SECRET: 'secret',
  });
});

const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };
const password = 'four words of mine';
const CONFIRMED = 'Your address for Lectern is confirmed';
let user: TestUser;
let codes: string[];

beforeEach(async () => {
  user = await createUser();
  codes = (await withAuthenticatorApp(user)).recoveryCodes;
  await database().user.update({ where: { id: user.id }, data: { emailProvedAt: null } });
});
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

async function reset(): Promise<void> {
  await requestPasswordReset({ email: user.email, origin });
  await resetPassword({ token: await mailedToken(user.email), password, ...origin });
}

async function giveCode(first: SignInOutcome | OidcOutcome): Promise<string> {
  if (first.outcome !== 'code_needed') throw new Error(first.outcome);
  return (await finishSignIn({ stepToken: first.stepToken, code: codes.pop() ?? '', ...origin })).outcome;
}

function comeByProvider(): Promise<OidcOutcome> {
  const { id: subject, email, name } = user;
  const claims = { issuer: 'https://id.example.org', subject, email, isEmailVerified: true, name };
  return signInWithOidc({ claims, ...origin });
}

async function addPasskey(): Promise<void> {
  const passkey = { id: newId(), userId: user.id, name: 'Mine', publicKey: new Uint8Array(1), counter: 0n };
  await database().passkey.create({ data: { ...passkey, transports: [], isBackedUp: false } });
}

const passkeys = () => database().passkey.count({ where: { userId: user.id } });
const isProved = async () =>
  (await database().user.count({ where: { id: user.id, emailProvedAt: { not: null } } })) === 1;

/** How often the audit trail, and how often the person, was told. */
async function told(): Promise<[number, number]> {
  const where = { actorId: user.id, act: 'account.address_proved' };
  const mails = (await queuedMails(user.email)).filter(({ subject }) => subject === CONFIRMED);
  return [await database().auditEvent.count({ where }), mails.length];
}

it('removes what was set up before a reset, says nothing yet, and nothing more at the next reset', async () => {
  await addPasskey();
  await reset();
  expect(await passkeys()).toBe(0);
  await addPasskey();
  await reset();
  expect(await passkeys()).toBe(1);
  expect(await isProved()).toBe(false);
  expect(await told()).toEqual([0, 0]);
});

it('proves the address by the new password with a code, tells so once, and keeps the account from then on', async () => {
  await reset();
  expect(await giveCode(await signIn({ email: user.email, password, ...origin }))).toBe('signed_in');
  expect(await isProved()).toBe(true);
  await addPasskey();
  await reset();
  expect(await giveCode(await comeByProvider())).toBe('signed_in');
  expect(await giveCode(await signIn({ email: user.email, password, ...origin }))).toBe('signed_in');
  expect(await passkeys()).toBe(1);
  expect(await told()).toEqual([1, 1]);
});

it('proves nothing by a password and a code alone, which whoever made the account has', async () => {
  expect(await giveCode(await signIn({ ...user, ...origin }))).toBe('signed_in');
  expect(await isProved()).toBe(false);
  expect(await told()).toEqual([0, 0]);
});

it('gives the account to who comes by the provider without the code, also after a reset', async () => {
  await reset();
  expect((await comeByProvider()).outcome).toBe('signed_in');
  expect(await isProved()).toBe(true);
  expect((await signIn({ email: user.email, password, ...origin })).outcome).toBe('wrong');
});

it('proves the address by the next reset when the operator has taken the app off', async () => {
  await reset();
  await database().user.update({ where: { id: user.id }, data: { totpSecret: null, totpConfirmedAt: null } });
  await addPasskey();
  await reset();
  expect(await isProved()).toBe(true);
  expect(await passkeys()).toBe(1);
  expect(await told()).toEqual([1, 1]);
});
