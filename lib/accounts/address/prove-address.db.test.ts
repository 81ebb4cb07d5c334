import { expect, it } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { inTransaction, newId } from '#lib/platform/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { actorOfSession } from '../actor-of-session.ts';
import { signIn } from '../sign-in.ts';
import { waysIn } from '../ways-in.ts';
import { proveAddress } from './prove-address.ts';

const origin = { ipAddress: '192.0.2.7', userAgent: 'test' };
const prove = (user: { id: string; name: string; email: string }, keepsSecondFactor = false) =>
  inTransaction((tx) => proveAddress(tx, user, { origin, now: new Date(), keepsSecondFactor }));

it('leaves whoever made the account in another’s name no way in', async () => {
  const user = await createUser();
  const taken = { emailProvedAt: null, totpSecret: 'sealed', totpConfirmedAt: new Date() };
  await database().user.update({ where: { id: user.id }, data: taken });
  const passkey = { id: newId(), userId: user.id, name: 'Theirs', publicKey: new Uint8Array(1), counter: 0n };
  await database().passkey.create({ data: { ...passkey, transports: [], isBackedUp: false } });

  expect(await prove(user)).toBe(true);
  expect(await actorOfSession(user.sessionToken)).toBeNull();
  expect(await signIn({ ...user, ...origin })).toEqual({ outcome: 'wrong' });
  expect(await database().passkey.count({ where: { userId: user.id } })).toBe(0);
  const now = await database().user.findUniqueOrThrow({ where: { id: user.id } });
  expect(now).toMatchObject({ totpConfirmedAt: null, totpSecret: null, emailProvedAt: expect.any(Date) });
});

it('changes nothing for who has shown it before', async () => {
  const user = await createUser();
  expect(await prove(user)).toBe(false);
  expect(await actorOfSession(user.sessionToken)).not.toBeNull();
  expect(await signIn({ ...user, ...origin })).toMatchObject({ outcome: 'signed_in' });
});

it('keeps an authenticator app that is switched on, with its recovery codes, where it is told to', async () => {
  const user = await createUser();
  const { recoveryCodes } = await withAuthenticatorApp(user);
  await database().user.update({ where: { id: user.id }, data: { emailProvedAt: null } });
  expect(await prove(user, true)).toBe(true);
  const { secondFactor, hasPassword } = await waysIn(user.id);
  expect(secondFactor?.recoveryCodesLeft).toBe(recoveryCodes.length);
  expect(hasPassword).toBe(false);
});

it('drops an authenticator app that was never switched on', async () => {
  const user = await createUser();
  const begun = { emailProvedAt: null, totpSecret: 'sealed', totpConfirmedAt: null };
  await database().user.update({ where: { id: user.id }, data: begun });
  await prove(user, true);
  const now = await database().user.findUniqueOrThrow({ where: { id: user.id } });
  expect(now.totpSecret).toBeNull();
});
