import { cookies } from 'next/headers';
import { type Clock, systemClock } from '#lib/platform/clock.ts';
import {
  FORMER_COOKIE_NAME,
  isSecure,
  sessionCookieName,
  sessionCookieOptions,
  tokenInCookies,
} from './session-cookie.ts';

/** The session's token that the browser sent; null when there is none. */
export async function readSessionCookie(clock: Clock = systemClock): Promise<string | null> {
  const jar = await cookies();
  return tokenInCookies((name) => jar.get(name)?.value, clock);
}

/** Puts the session's token into the browser. Not in pages. */
export async function setSessionCookie(token: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, sessionCookieOptions());
  await dropFormerCookie();
}

/** Takes the token out of the browser and hands it to the caller; null when there is none. Not in pages. */
export async function takeSessionCookie(clock: Clock = systemClock): Promise<string | null> {
  const token = await readSessionCookie(clock);
  // A prefixed cookie is deleted only with the attributes it was set with.
  (await cookies()).set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
  await dropFormerCookie();
  return token;
}

async function dropFormerCookie(): Promise<void> {
  const jar = await cookies();
  if (isSecure() && jar.get(FORMER_COOKIE_NAME)) {
    jar.set(FORMER_COOKIE_NAME, '', { ...sessionCookieOptions(), maxAge: 0 });
  }
}
