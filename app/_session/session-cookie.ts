import { SESSION_LIFETIME_SECONDS } from '#lib/accounts/index.ts';
import { config } from '#lib/platform/config.ts';

/**
 * The cookie that next-auth is told to use. By https it has a name that browsers let no other host of the domain and no
 * plain connection set (RFC 6265bis, 4.1.3.2).
 */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-next-auth.session-token' : 'next-auth.session-token';
}

/** Its name by https until 2026-11-23: who came in with it stays in. No session that began so outlives 30 days. */
export const FORMER_COOKIE_NAME = '__Secure-next-auth.session-token';

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
export function tokenInCookies(cookieCalled: (name: string) => string | undefined): string | null {
  return cookieCalled(sessionCookieName()) || (isSecure() && cookieCalled(FORMER_COOKIE_NAME)) || null;
}

/** The session token in a `Cookie` header. */
export function tokenInCookieHeader(header: string | null): string | null {
  const pairs = header?.split(';').map((pair) => pair.trim()) ?? [];
  return tokenInCookies((name) => pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1));
}

/** Whether people come by https. */
export function isSecure(): boolean {
  return config().publicUrl.startsWith('https://');
}
