import { cookies } from 'next/headers';
import { sessionCookieName, sessionCookieOptions } from './session-cookie.ts';

/** Puts the session's token into the browser; in actions only. */
export async function setSessionCookie(token: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, sessionCookieOptions());
}

/** Takes the token out of the browser and hands it to the caller; null when there is none. In actions only. */
export async function takeSessionCookie(): Promise<string | null> {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value ?? null;
  // A prefixed cookie is deleted only with the attributes it was set with.
  jar.set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
  return token;
}
