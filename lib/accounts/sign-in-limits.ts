import { sha256 } from '#lib/platform/index.ts';
import { rateLimit } from './rate-limit-store.ts';

const WINDOW_SECONDS = 15 * 60;

/** One person's typing mistakes, seen from one address. */
export const TRIES_PER_ADDRESS_AND_EMAIL = 10;
/** An office behind one address, still too slow for trying out many accounts. */
export const TRIES_PER_ADDRESS = 100;
/** Holds when the address is forged: 100 guesses in 15 minutes find no password of ten characters. */
export const TRIES_PER_EMAIL = 100;

/** Counts a try before the password is looked at, so that parallel guesses are counted, too. */
export async function countSignInTry(email: string, ipAddress: string | null): Promise<number> {
  const waits = await Promise.all([
    rateLimit('sign-in:pair', TRIES_PER_ADDRESS_AND_EMAIL, WINDOW_SECONDS).take(pair(email, ipAddress)),
    rateLimit('sign-in:address', TRIES_PER_ADDRESS, WINDOW_SECONDS).take(address(ipAddress)),
    rateLimit('sign-in:email', TRIES_PER_EMAIL, WINDOW_SECONDS).take(sha256(email)),
  ]);
  return Math.max(...waits);
}

/** A person who got in has shown that the tries were theirs. */
export async function forgetSignInTries(email: string, ipAddress: string | null): Promise<void> {
  await rateLimit('sign-in:pair', TRIES_PER_ADDRESS_AND_EMAIL, WINDOW_SECONDS).forget(pair(email, ipAddress));
}

function pair(email: string, ipAddress: string | null): string {
  return sha256(`${address(ipAddress)} ${email}`);
}

function address(ipAddress: string | null): string {
  return ipAddress?.slice(0, 64) ?? 'unknown';
}
