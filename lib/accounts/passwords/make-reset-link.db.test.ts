import { expect, it } from 'vitest';
import { authorizeInstance, operatorScope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { actorOfSession } from '../actor-of-session.ts';
import { whoseLink } from '../mailed-links/whose-link.ts';
import { signIn } from '../sign-in.ts';
import { signOut } from '../sign-out.ts';
import { makeResetLink } from './make-reset-link.ts';
import { resetPassword } from './reset-password.ts';

const password = 'four words of mine';
const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };
const tokenIn = (link: string) => link.split('/').at(-1) ?? '';

async function keeper() {
  const user = await createUser();
  await database().user.update({ where: { id: user.id }, data: { isInstanceOwner: true } });
  const holder = await actorOfSession(user.sessionToken);
  if (!holder) throw new Error('There is no such session.');
  return { user, scope: authorizeInstance(holder.actor) };
}

it('lets a person back in once, without proving their address, and is recorded on both sides', async () => {
  const { user: owner, scope } = await keeper();
  const user = await createUser();
  await database().user.update({ where: { id: user.id }, data: { emailProvedAt: null } });
  const { link, email } = await makeResetLink(scope, { person: { id: user.id }, endsSecondFactor: false });
  expect(email).toBe(user.email);
  expect(link).toMatch(/^http:\/\/localhost:3000\/reset-password\/[\w-]{43}$/);
  await resetPassword({ token: tokenIn(link), password, ...origin });
  expect(await actorOfSession(user.sessionToken)).toBeNull();
  expect((await signIn({ email, password, ...origin })).outcome).toBe('signed_in');
  await expect(resetPassword({ token: tokenIn(link), password, ...origin })).rejects.toThrow('used already');
  const { emailProvedAt } = await database().user.findUniqueOrThrow({ where: { id: user.id } });
  expect(emailProvedAt).toBeNull();
  expect(
    await database().auditEvent.findMany({ where: { act: 'account.reset_link_made', actorId: owner.id } }),
  ).toMatchObject([{ targetId: user.id, targetName: user.name, details: { ends_second_factor: false } }]);
  expect(
    await database().auditEvent.count({ where: { act: 'account.password_reset', actorId: user.id } }),
  ).toBe(1);
});

it('leaves the authenticator app on unless it is asked to switch it off, and then only when it is used', async () => {
  const user = await createUser();
  await withAuthenticatorApp(user);
  const isOn = async () =>
    (await database().user.findUniqueOrThrow({ where: { id: user.id } })).totpConfirmedAt !== null;
  for (const endsSecondFactor of [false, true]) {
    const made = await makeResetLink(operatorScope(), { person: { email: user.email }, endsSecondFactor });
    expect(await isOn()).toBe(true);
    await resetPassword({ token: tokenIn(made.link), password, ...origin });
    expect(await isOn()).toBe(!endsSecondFactor);
  }
  expect((await signIn({ email: user.email, password, ...origin })).outcome).toBe('signed_in');
  expect(
    await database().auditEvent.count({ where: { act: 'account.second_factor_off', actorId: user.id } }),
  ).toBe(1);
});

it('works for a day, and only the newest one does', async () => {
  const user = await createUser();
  const asked = { person: { id: user.id }, endsSecondFactor: false };
  const first = await makeResetLink(operatorScope(), asked);
  const second = await makeResetLink(operatorScope(), asked);
  expect(await whoseLink('password_reset', tokenIn(first.link))).toBeNull();
  const after = (hours: number) => ({ now: () => new Date(Date.now() + hours * 3_600_000) });
  expect(await whoseLink('password_reset', tokenIn(second.link), after(23))).toEqual({ email: user.email });
  expect(await whoseLink('password_reset', tokenIn(second.link), after(25))).toBeNull();
});

it('is refused for nobody, and to whoever was signed out meanwhile', async () => {
  const { user: owner, scope } = await keeper();
  const asked = { person: { id: newId() }, endsSecondFactor: false };
  await expect(makeResetLink(scope, asked)).rejects.toMatchObject({ kind: 'not_found' });
  await signOut(owner.sessionToken, origin);
  const person = { id: (await createUser()).id };
  await expect(makeResetLink(scope, { ...asked, person })).rejects.toMatchObject({ kind: 'unauthenticated' });
});
