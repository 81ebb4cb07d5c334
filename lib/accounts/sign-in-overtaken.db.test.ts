import { afterAll, expect, it, vi } from 'vitest';
import { closeLive } from '#lib/live/index.ts';
import { database } from '#lib/platform/database.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { withAuthenticatorApp } from '#lib/testing/authenticator-app.ts';
import { mailedToken } from '#lib/testing/queued-mails.ts';
import { waitingForLocks } from '#lib/testing/waiting-for-locks.ts';
import { actorOfSession } from './actor-of-session.ts';
import { listSessions } from './list-sessions.ts';
import { requestMailedLink } from './mailed-links/request-link.ts';
import { signInByMailedLink } from './mailed-links/sign-in-by-mailed-link.ts';
import { changePassword } from './passwords/change-password.ts';
import { finishSignIn } from './second-factor/finish-sign-in.ts';
import { signIn } from './sign-in.ts';

// A new password ends every other session: also the one that begins while it is being written. Real locks decide.

vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://mail.invalid';
});

const origin = { userAgent: 'a browser', ipAddress: '192.0.2.1' };
afterAll(async () => {
  await closeQueue();
  await closeLive();
});

/**
 * Changes the password, stops in the middle of it (other sessions ended, the person's own not yet renewed), lets
 * `wayIn` begin, and then goes on. @returns what came of it
 */
async function overtaken<T>(user: TestUser, wayIn: () => Promise<T>): Promise<T> {
  const holder = await actorOfSession(user.sessionToken);
  if (!holder) throw new Error('There is no such session.');
  const going = await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM session WHERE id = ${holder.session.id} FOR UPDATE`;
    const changing = changePassword(holder, { current: user.password, password: 'four words of mine' });
    await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
    let isDone = false;
    const entering = wayIn().finally(() => {
      isDone = true;
    });
    await expect.poll(async () => isDone || (await waitingForLocks()) === 2, { timeout: 10_000 }).toBe(true);
    return { changing, entering };
  });
  await going.changing;
  return await going.entering;
}

const sessionsOf = async ({ id }: TestUser) => (await listSessions(id)).map(({ id: sessionId }) => sessionId);

it('a sign-in with the former password does not outlive the new one', async () => {
  const user = await createUser();
  const before = await sessionsOf(user);
  expect(await overtaken(user, () => signIn({ ...user, ...origin }))).toEqual({ outcome: 'wrong' });
  expect(await sessionsOf(user)).toEqual(before);
});

it('nor does a second step, whose code was right', async () => {
  const user = await createUser();
  const { recoveryCodes } = await withAuthenticatorApp(user);
  const first = await signIn({ ...user, ...origin });
  if (first.outcome !== 'code_needed') throw new Error(first.outcome);
  const before = await sessionsOf(user);
  const code = recoveryCodes[0] ?? '';
  const finish = () => finishSignIn({ stepToken: first.stepToken, code, ...origin });
  expect(await overtaken(user, finish)).toEqual({ outcome: 'over' });
  expect(await sessionsOf(user)).toEqual(before);
  expect(await database().recoveryCode.count({ where: { userId: user.id, usedAt: null } })).toBe(10);
});

it('nor does a link that was mailed before', async () => {
  const user = await createUser();
  await requestMailedLink({ email: user.email, next: '/', origin });
  const token = await mailedToken(user.email);
  const before = await sessionsOf(user);
  expect(await overtaken(user, () => signInByMailedLink({ token, ...origin }))).toEqual({ outcome: 'over' });
  expect(await sessionsOf(user)).toEqual(before);
});
