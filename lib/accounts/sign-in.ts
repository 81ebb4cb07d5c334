import type { RequestOrigin } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { passwordMatches } from './password.ts';
import { countSignInTry, forgetSignInTries } from './sign-in-limits.ts';
import { findCredentials } from './user-store.ts';

export type SignInOutcome =
  | ({ outcome: 'signed_in' } & OpenedSession)
  /** Unknown e-mail, no password set, or wrong password: on purpose the same. */
  | { outcome: 'wrong' }
  | { outcome: 'limited'; retryAfterSeconds: number };

/**
 * Checks e-mail (lower-case) and password and begins a session. Every try is counted first, by address and
 * e-mail; a try that is not limited always costs one password check, whether or not the person exists.
 */
export async function signIn(
  { email, password, ...origin }: { email: string; password: string } & RequestOrigin,
  clock: Clock = systemClock,
): Promise<SignInOutcome> {
  const retryAfterSeconds = await countSignInTry(email, origin.ipAddress);
  if (retryAfterSeconds > 0) return { outcome: 'limited', retryAfterSeconds };
  const user = await findCredentials(email);
  if (!(await passwordMatches(password, user?.passwordHash ?? null)) || !user) return { outcome: 'wrong' };
  await forgetSignInTries(email, origin.ipAddress);
  return { outcome: 'signed_in', ...(await openSession(user.id, origin, clock)) };
}
