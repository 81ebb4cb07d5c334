import type { AuthOptions } from 'next-auth';
import { SESSION_LIFETIME_SECONDS } from '#lib/accounts/index.ts';
import { config } from '#lib/platform/config.ts';
import { authAdapter } from './auth-adapter.ts';
import { sessionCookieName, sessionCookieOptions } from './session-cookie.ts';

/** Every page is ours: next-auth's own must not appear. */
const pages = {
  signIn: '/sign-in',
  signOut: '/',
  error: '/sign-in',
  verifyRequest: '/sign-in',
  newUser: '/',
};

export function authOptions(): AuthOptions {
  return {
    adapter: authAdapter,
    providers: [],
    session: { strategy: 'database', maxAge: SESSION_LIFETIME_SECONDS },
    secret: config().secret,
    pages,
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    callbacks: {
      session({ session, user }) {
        return { expires: session.expires, user: { name: user.name ?? null, email: user.email } };
      },
    },
  };
}
