import { recordAct } from '#lib/audit/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, Conflict, InvalidInput, inTransaction, systemClock } from '#lib/platform/index.ts';
import type { SessionHolder } from '../actor-of-session.ts';
import { mailPasswordChanged } from '../mailed-links/mails.ts';
import { findPasskeys } from '../passkeys/passkey-store.ts';
import { passwordMatches } from '../password.ts';
import { requireTry } from '../require-try.ts';
import { hashSessionToken, newSessionToken } from '../session.ts';
import { deleteSessions, replaceSessionToken } from '../session-store.ts';
import { deleteStepsOf } from '../steps/sign-in-step-store.ts';
import { forgetTries } from '../try-limits.ts';
import { findCredentialsById, setPasswordHash } from '../user-store.ts';
import { newPasswordHash } from './new-password-hash.ts';

/**
 * Sets a new password for somebody who knows the present one. In the same transaction all other sessions end, links
 * that were mailed before are worth nothing any more, and the session asked with gets a new token.
 * @returns that token, for the cookie.
 * @throws InvalidInput for the fields `current` or `password`; Conflict for a person without a password; LimitReached
 */
export async function changePassword(
  { actor, user, session }: Pick<SessionHolder, 'actor' | 'user' | 'session'>,
  { current, password }: { current: string; password: string },
  clock: Clock = systemClock,
): Promise<{ token: string }> {
  const { passwordHash: presentHash } = await findCredentialsById(user.id);
  if (!presentHash) throw new Conflict('You have no password yet. Have a link sent to you to set one.');
  await requireTry('proof', { subject: user.id });
  if (!(await passwordMatches(current, presentHash))) {
    const description = 'This is not your present password.';
    throw new InvalidInput(description, [{ field: 'current', type: 'wrong', description }]);
  }
  const passwordHash = await newPasswordHash(password, [user.email, user.name]);
  await forgetTries('proof', { subject: user.id });
  const token = newSessionToken();
  await inTransaction(async (tx) => {
    await setPasswordHash(tx, user.id, passwordHash);
    await deleteSessions(tx, { userId: user.id, id: { not: session.id } });
    await replaceSessionToken(tx, session.id, hashSessionToken(token));
    await deleteStepsOf(tx, user.id);
    await recordAct(tx, { actor, workspaceId: null }, { act: 'account.password_changed' });
    const passkeys = await findPasskeys(user.id, tx);
    await mailPasswordChanged(tx, user, { from: actor.from, now: clock.now(), passkeys });
    await announce(tx, { topic: 'access', userId: user.id });
  });
  return { token };
}
