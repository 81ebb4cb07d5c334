import { afterAll, expect, it } from 'vitest';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { codeAt, withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { actorOfSession } from '../actor-of-session.ts';
import { listSessions } from '../list-sessions.ts';
import { signIn } from '../sign-in.ts';
import { tryLimits } from '../try-limits.ts';
import { waysIn } from '../ways-in.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { endSecondFactor } from './end-second-factor.ts';
import { finishSignIn, TRIES_PER_STEP } from './finish-sign-in.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';

const MINUTE_MS = 60_000;
const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };
afterAll(() => closeLive());

async function holderOf({ sessionToken }: TestUser) {
  const holder = await actorOfSession(sessionToken);
  if (!holder) throw new Error('There is no such session.');
  return holder;
}

async function firstStep({ email, password }: TestUser): Promise<string> {
  const result = await signIn({ email, password, ...origin });
  if (result.outcome !== 'code_needed') throw new Error(result.outcome);
  return result.stepToken;
}

it('asks for nothing until a code has shown that the secret arrived in the app', async () => {
  const user = await createUser();
  const holder = await holderOf(user);
  const { secret, uri } = await beginSecondFactor(holder);
  expect(uri).toContain(secret);
  await expect(confirmSecondFactor(holder, '000000')).rejects.toMatchObject({ kind: 'invalid_input' });
  expect((await signIn({ ...user, ...origin })).outcome).toBe('signed_in');
  expect(await confirmSecondFactor(holder, codeAt(secret, new Date()))).toHaveLength(10);
  expect((await signIn({ ...user, ...origin })).outcome).toBe('code_needed');
  await expect(beginSecondFactor(holder)).rejects.toMatchObject({ kind: 'conflict' });
});

it('stores neither the secret nor a recovery code as it is', async () => {
  const user = await createUser();
  const { secret, recoveryCodes } = await withAuthenticatorApp(user);
  const rows = await database().user.findUnique({ where: { id: user.id }, include: { recoveryCodes: true } });
  expect(JSON.stringify(rows)).not.toContain(secret);
  for (const code of recoveryCodes) expect(JSON.stringify(rows)).not.toContain(code);
});

it('opens a session for the code that is shown, and for none of two minutes ago', async () => {
  const user = await createUser();
  const { secret, codeNow } = await withAuthenticatorApp(user);
  const stepToken = await firstStep(user);
  const old = codeAt(secret, new Date(Date.now() - 2 * MINUTE_MS));
  expect(await finishSignIn({ stepToken, code: old, ...origin })).toEqual({ outcome: 'wrong' });
  const code = codeNow().replace(/^.../, '$& ');
  const finished = await finishSignIn({ stepToken, code, ...origin });
  if (finished.outcome !== 'signed_in') throw new Error(finished.outcome);
  expect((await actorOfSession(finished.token))?.user.id).toBe(user.id);
  expect((await listSessions(user.id)).map(({ method }) => method)).toContain('password_and_code');
});

it('takes a code once, whoever else shows it at the same time', async () => {
  const user = await createUser();
  const { codeNow } = await withAuthenticatorApp(user);
  const steps = [await firstStep(user), await firstStep(user), await firstStep(user)];
  const code = codeNow();
  const outcomes = await Promise.all(steps.map((stepToken) => finishSignIn({ stepToken, code, ...origin })));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['signed_in', 'wrong', 'wrong']);
});

it('takes a first step once, and not after ten minutes', async () => {
  const user = await createUser();
  const { codeNow, recoveryCodes } = await withAuthenticatorApp(user);
  const stepToken = await firstStep(user);
  const late = { now: () => new Date(Date.now() + 10 * MINUTE_MS) };
  expect(await finishSignIn({ stepToken, code: recoveryCodes[0] ?? '', ...origin }, late)).toEqual({
    outcome: 'over',
  });
  expect((await finishSignIn({ stepToken, code: codeNow(), ...origin })).outcome).toBe('signed_in');
  expect(await finishSignIn({ stepToken, code: recoveryCodes[0] ?? '', ...origin })).toEqual({
    outcome: 'over',
  });
});

it('takes each recovery code once, however it is typed', async () => {
  const user = await createUser();
  const { recoveryCodes } = await withAuthenticatorApp(user);
  const code = recoveryCodes[3] ?? '';
  const typed = code.toLowerCase().replaceAll('-', ' ');
  expect(await finishSignIn({ stepToken: await firstStep(user), code: typed, ...origin })).toMatchObject({
    outcome: 'signed_in',
    isRecovery: true,
  });
  expect(await finishSignIn({ stepToken: await firstStep(user), code, ...origin })).toEqual({
    outcome: 'wrong',
  });
  expect((await waysIn(user.id)).secondFactor?.recoveryCodesLeft).toBe(9);
});

it('ends a first step after a few wrong codes, and puts the person off after some more', async () => {
  const user = await createUser();
  const { codeNow } = await withAuthenticatorApp(user);
  const stepToken = await firstStep(user);
  for (let tries = 0; tries < TRIES_PER_STEP; tries++) {
    expect(await finishSignIn({ stepToken, code: '000000', ...origin })).toEqual({ outcome: 'wrong' });
  }
  expect(await finishSignIn({ stepToken, code: codeNow(), ...origin })).toEqual({ outcome: 'over' });
  const limit = tryLimits.code.subject;
  const next = await firstStep(user);
  for (let tries = TRIES_PER_STEP; tries < limit - 1; tries++) {
    await finishSignIn({ stepToken: next, code: '000000', ...origin });
  }
  const last = await firstStep(user);
  await finishSignIn({ stepToken: last, code: '000000', ...origin });
  expect((await finishSignIn({ stepToken: last, code: codeNow(), ...origin })).outcome).toBe('limited');
});

it('is switched off, and its recovery codes renewed, only with the password or a code', async () => {
  const user = await createUser();
  const { recoveryCodes, codeNow } = await withAuthenticatorApp(user);
  const holder = await holderOf(user);
  await expect(endSecondFactor(holder, 'a guess')).rejects.toMatchObject({ kind: 'invalid_input' });
  const renewed = await renewRecoveryCodes(holder, codeNow());
  expect(renewed).toHaveLength(10);
  const old = { stepToken: await firstStep(user), code: recoveryCodes[0] ?? '', ...origin };
  expect((await finishSignIn(old)).outcome).toBe('wrong');
  await endSecondFactor(holder, user.password);
  expect((await signIn({ ...user, ...origin })).outcome).toBe('signed_in');
  await expect(endSecondFactor(holder, user.password)).rejects.toMatchObject({ kind: 'conflict' });
  const acts = await database().auditEvent.findMany({
    where: { actorId: user.id, act: { startsWith: 'account.' } },
    orderBy: { at: 'asc' },
  });
  expect(acts.map(({ act }) => act)).toEqual([
    'account.signed_in',
    'account.second_factor_on',
    'account.recovery_codes_renewed',
    'account.second_factor_off',
    'account.signed_in',
  ]);
});
