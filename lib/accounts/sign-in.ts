import type { RequestOrigin } from '#lib/access/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { type Admission, admit } from './admit.ts';
import { passwordMatches } from './password.ts';
import { recordLimit, recordRefusal } from './record-refusal.ts';
import { countTry, forgetTries } from './try-limits.ts';
import { findCredentials, lockCredentials } from './user-store.ts';

export type SignInOutcome =
  | Admission
  /** Unknown e-mail, no password set, or wrong password: on purpose the same. */
  | { outcome: 'wrong' }
  | { outcome: 'limited'; retryAfterSeconds: number };

/**
 * Checks e-mail (lower-case) and password and begins a session, or asks for the second factor. Every try is counted
 * first, by address and e-mail; a try that is not limited always costs one password check and one row of the audit
 * trail, whether or not the person exists.
 */
export async function signIn(
  { email, password, ...origin }: { email: string; password: string } & RequestOrigin,
  clock: Clock = systemClock,
): Promise<SignInOutcome> {
  const trier = { subject: email, ipAddress: origin.ipAddress };
  const retryAfterSeconds = await countTry('sign-in', trier);
  if (retryAfterSeconds > 0) {
    await recordLimit('sign-in', origin);
    return { outcome: 'limited', retryAfterSeconds };
  }
  const user = await findCredentials(email);
  if (!(await passwordMatches(password, user?.passwordHash ?? null)) || !user) {
    await inTransaction((tx) => recordRefusal(tx, { way: 'password', user, origin }));
    return { outcome: 'wrong' };
  }
  await forgetTries('sign-in', trier);
  return await inTransaction(async (tx): Promise<SignInOutcome> => {
    // While the password was checked, which takes its time, it may have been changed, and all sessions ended.
    const present = await lockCredentials(tx, user.id);
    if (present.passwordHash !== user.passwordHash) {
      await recordRefusal(tx, { way: 'password', user, origin });
      return { outcome: 'wrong' };
    }
    return await admit(tx, { user: present, proof: { method: 'password' }, origin }, clock.now());
  });
}
