import { expect, it, vi } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { listSessions } from '../list-sessions.ts';
import { finishSignIn } from '../second-factor/finish-sign-in.ts';
import { waysIn } from '../ways-in.ts';
import { signInWithOidc } from './sign-in-with-oidc.ts';

vi.hoisted(() => {
  const issuer = 'https://id.example.org';
  Object.assign(process.env, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'lectern',
    OIDC_CLIENT_SECRET: 'secret',
  });
});

const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };
const issuer = 'https://id.example.org';

function enter({ email, name }: TestUser, subject: string) {
  const claims = { issuer, subject, email, isEmailVerified: true, name };
  return signInWithOidc({ claims, ...origin });
}

async function firstStep(user: TestUser, subject: string): Promise<string> {
  const result = await enter(user, subject);
  if (result.outcome !== 'code_needed') throw new Error(result.outcome);
  return result.stepToken;
}

const sessionsBy = async ({ id }: TestUser) =>
  (await listSessions(id)).filter(({ method }) => method === 'oidc').length;

it('opens and links an account with an authenticator app only after its code', async () => {
  const user = await createUser();
  const { codeNow } = await withAuthenticatorApp(user);
  const stepToken = await firstStep(user, newId());
  expect((await waysIn(user.id)).issuers).toEqual([]);
  expect((await finishSignIn({ stepToken, code: '000000', ...origin })).outcome).toBe('wrong');
  expect(await waysIn(user.id)).toMatchObject({ issuers: [] });
  expect(await sessionsBy(user)).toBe(0);

  expect((await finishSignIn({ stepToken, code: codeNow(), ...origin })).outcome).toBe('signed_in');
  expect((await waysIn(user.id)).issuers).toEqual([issuer]);
  expect(await sessionsBy(user)).toBe(1);
  const acts = await database().auditEvent.findMany({
    where: { actorId: user.id, act: 'account.identity_linked' },
  });
  expect(acts).toHaveLength(1);
});

it('asks for the code also of somebody whom the provider has brought before', async () => {
  const user = await createUser();
  const subject = newId();
  expect((await enter(user, subject)).outcome).toBe('signed_in');
  const { recoveryCodes } = await withAuthenticatorApp(user);
  const stepToken = await firstStep(user, subject);
  expect(await sessionsBy(user)).toBe(1);
  const code = recoveryCodes[0] ?? '';
  expect(await finishSignIn({ stepToken, code, ...origin })).toMatchObject({ outcome: 'signed_in' });
  expect((await waysIn(user.id)).issuers).toEqual([issuer]);
});

it('opens nothing for an identity that became another person’s before the code was given', async () => {
  const [user, other] = [await createUser(), await createUser()];
  const { recoveryCodes } = await withAuthenticatorApp(user);
  const subject = newId();
  const stepToken = await firstStep(user, subject);
  expect((await enter(other, subject)).outcome).toBe('signed_in');
  const code = recoveryCodes[0] ?? '';
  expect(await finishSignIn({ stepToken, code, ...origin })).toEqual({ outcome: 'over' });
  expect((await waysIn(user.id)).issuers).toEqual([]);
  expect(await sessionsBy(user)).toBe(0);
});
