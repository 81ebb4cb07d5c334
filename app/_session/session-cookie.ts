import { SESSION_LIFETIME_SECONDS } from '#lib/accounts/index.ts';
import { type Clock, systemClock } from '#lib/platform/clock.ts';
import { config } from '#lib/platform/config.ts';

/**
 * The cookie that next-auth is told to use. By https it has a name that browsers let no other host of the domain and no
 * plain connection set (RFC 6265bis, 4.1.3.2).
 */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-next-auth.session-token' : 'next-auth.session-token';
}

/**
 * Its name by https until 2026-11-23: who came in with it stays in, for as long as a session lasts. Other hosts of the
 * domain can set it, so that it counts no longer than that.
 */
export const FORMER_COOKIE_NAME = '__Secure-next-auth.session-token';
export const FORMER_COOKIE_ENDS_AT = new Date('2026-12-23T00:00:00Z');

export function sessionCookieOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: SESSION_LIFETIME_SECONDS,
  } as const;
}

/** The session token among cookies; null when there is none. */
export function tokenInCookies(
  cookieCalled: (name: string) => string | undefined,
  clock: Clock = systemClock,
): string | null {
  const mayBeFormer = isSecure() && clock.now() < FORMER_COOKIE_ENDS_AT;
  return cookieCalled(sessionCookieName()) || (mayBeFormer && cookieCalled(FORMER_COOKIE_NAME)) || null;
}

/** The session token in a `Cookie` header. */
export function tokenInCookieHeader(header: string | null, clock: Clock = systemClock): string | null {
  const pairs = header?.split(';').map((pair) => pair.trim()) ?? [];
  const cookieCalled = (name: string) =>
    pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return tokenInCookies(cookieCalled, clock);
}

/** Whether people come by https. */
export function isSecure(): boolean {
  return config().publicUrl.startsWith('https://');
}
