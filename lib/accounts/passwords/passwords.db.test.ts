import { afterAll, expect, it, vi } from 'vitest';
import { closeLive, listen } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { mailedToken, queuedMails } from '#lib/testing/queued-mails.ts';
import { actorOfSession } from '../actor-of-session.ts';
import { requestMailedLink, requestPasswordReset } from '../mailed-links/request-link.ts';
import { signInByMailedLink } from '../mailed-links/sign-in-by-mailed-link.ts';
import { whoseLink } from '../mailed-links/whose-link.ts';
import { openSession } from '../open-session.ts';
import { signIn } from '../sign-in.ts';
import { changePassword } from './change-password.ts';
import { resetPassword } from './reset-password.ts';

vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://mail.invalid';
});

const MINUTE_MS = 60_000;
const password = 'four words of mine';
const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

async function holderOf({ sessionToken }: TestUser) {
  const holder = await actorOfSession(sessionToken);
  if (!holder) throw new Error('There is no such session.');
  return holder;
}

it('changes the password, ends all other sessions and renews the token of this one', async () => {
  const user = await createUser();
  const other = await openSession(user.id, 'password', origin);
  const heard: unknown[] = [];
  const stop = await listen((event) => heard.push(event));
  const holder = await holderOf(user);
  const { token } = await changePassword(holder, { current: user.password, password });
  expect((await actorOfSession(token))?.session.id).toBe(holder.session.id);
  for (const gone of [user.sessionToken, other.token]) expect(await actorOfSession(gone)).toBeNull();
  expect((await signIn({ email: user.email, password: user.password, ...origin })).outcome).toBe('wrong');
  expect((await signIn({ email: user.email, password, ...origin })).outcome).toBe('signed_in');
  await expect.poll(() => heard).toContainEqual({ topic: 'access', userId: user.id });
  stop();
  expect(await queuedMails(user.email)).toMatchObject([{ subject: 'Your password for Lectern was changed' }]);
});

it('changes nothing for a wrong present password or a new one that is easily guessed', async () => {
  const user = await createUser();
  const holder = await holderOf(user);
  await expect(changePassword(holder, { current: 'wrong', password })).rejects.toMatchObject({
    problems: [{ field: 'current' }],
  });
  const weak = { current: user.password, password: 'password12' };
  await expect(changePassword(holder, weak)).rejects.toMatchObject({ problems: [{ field: 'password' }] });
  expect(await actorOfSession(user.sessionToken)).not.toBeNull();
});

it('lets nobody guess the present password at an open browser', async () => {
  const user = await createUser();
  const holder = await holderOf(user);
  for (let tries = 0; tries < 10; tries++) {
    await changePassword(holder, { current: 'a guess', password }).catch(() => undefined);
  }
  const right = changePassword(holder, { current: user.password, password });
  await expect(right).rejects.toMatchObject({ kind: 'limit_reached' });
});

it('sets a new password through the mailed link, once, and ends every session and every other link', async () => {
  const user = await createUser();
  await requestMailedLink({ email: user.email, next: '/', origin });
  const signInToken = await mailedToken(user.email);
  await requestPasswordReset({ email: user.email, origin });
  const token = await mailedToken(user.email);
  expect(await whoseLink('password_reset', token)).toEqual({ email: user.email });
  expect(await whoseLink('mailed_link', token)).toBeNull();

  await expect(resetPassword({ token, password: user.email, ...origin })).rejects.toMatchObject({
    kind: 'invalid_input',
  });
  await resetPassword({ token, password, ...origin });
  expect(await actorOfSession(user.sessionToken)).toBeNull();
  expect((await signIn({ email: user.email, password, ...origin })).outcome).toBe('signed_in');
  await expect(resetPassword({ token, password, ...origin })).rejects.toMatchObject({ kind: 'not_found' });
  expect((await signInByMailedLink({ token: signInToken, ...origin })).outcome).toBe('over');
  const row = await database().auditEvent.findFirst({ where: { act: 'account.password_reset' } });
  expect(row).toMatchObject({ actorId: user.id, ipAddress: origin.ipAddress });
});

it('keeps passkeys through a reset, and names them in the mail about it', async () => {
  const user = await createUser();
  const createdAt = new Date('2026-03-04T10:00:00Z');
  const passkey = { id: newId(), name: 'The blue key', publicKey: new Uint8Array(1), counter: 0n, createdAt };
  const device = { transports: [], isBackedUp: false };
  await database().passkey.create({ data: { ...passkey, ...device, userId: user.id } });
  await requestPasswordReset({ email: user.email, origin });
  const left = await resetPassword({ token: await mailedToken(user.email), password, ...origin });
  expect(left).toEqual({ passkeysLeft: 1 });
  expect(await database().passkey.count({ where: { userId: user.id } })).toBe(1);
  const mail = (await queuedMails(user.email)).at(-1);
  expect(mail?.text).toContain('“The blue key”, added on 4 March 2026');
});

it('asks for the code after a reset also where the address was not proved before', async () => {
  const user = await createUser();
  await withAuthenticatorApp(user);
  await database().user.update({ where: { id: user.id }, data: { emailProvedAt: null } });
  await requestPasswordReset({ email: user.email, origin });
  await resetPassword({ token: await mailedToken(user.email), password, ...origin });
  expect((await signIn({ email: user.email, password, ...origin })).outcome).toBe('code_needed');
});

it('lets one of several at the same time use a link', async () => {
  const user = await createUser();
  await requestPasswordReset({ email: user.email, origin });
  const token = await mailedToken(user.email);
  const tries = [1, 2, 3].map((n) => resetPassword({ token, password: `${password} ${n}`, ...origin }));
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('refuses a link that is older than thirty minutes', async () => {
  const user = await createUser();
  const early = { now: () => new Date(Date.now() - 30 * MINUTE_MS) };
  await requestPasswordReset({ email: user.email, origin }, early);
  const token = await mailedToken(user.email);
  expect(await whoseLink('password_reset', token)).toBeNull();
  await expect(resetPassword({ token, password, ...origin })).rejects.toMatchObject({ kind: 'not_found' });
});
