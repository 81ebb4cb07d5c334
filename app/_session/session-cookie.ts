import { SESSION_LIFETIME_SECONDS } from '#lib/accounts/index.ts';
import { config } from '#lib/platform/config.ts';

/** The cookie next-auth knows; browsers keep the prefixed name to https. */
export function sessionCookieName(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

export function sessionCookieOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: SESSION_LIFETIME_SECONDS,
  } as const;
}

/** The session token in a `Cookie` header. */
export function tokenInCookieHeader(header: string | null): string | null {
  const start = `${sessionCookieName()}=`;
  const pair = header?.split(';').find((part) => part.trim().startsWith(start));
  return pair?.trim().slice(start.length) || null;
}

/** Whether people come by https. */
export function isSecure(): boolean {
  return config().publicUrl.startsWith('https://');
}
