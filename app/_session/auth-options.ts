import type { AuthOptions } from 'next-auth';
import { SESSION_LIFETIME_SECONDS } from '#lib/accounts/index.ts';
import { config } from '#lib/platform/config.ts';
import { logger } from '#lib/platform/logger.ts';
import { authAdapter } from './auth-adapter.ts';
import { finishOidc } from './finish-oidc.ts';
import { oidcProvider } from './oidc-provider.ts';
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
  const { oidc, secret } = config();
  return {
    adapter: authAdapter,
    providers: oidc ? [oidcProvider(oidc)] : [],
    session: { strategy: 'database', maxAge: SESSION_LIFETIME_SECONDS },
    secret,
    pages,
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    callbacks: {
      // An address in place of yes or no ends next-auth's part: the session is ours.
      signIn: ({ profile }) => finishOidc(profile),
      session({ session, user }) {
        return { expires: session.expires, user: { name: user.name ?? null, email: user.email } };
      },
    },
    logger: { error: warn, warn: ignore, debug: ignore },
  };
}

/** Codes and errors only: what else next-auth would log may hold tokens. */
function warn(code: string, details: Error | { error: Error }): void {
  const { name, message } = details instanceof Error ? details : details.error;
  logger.warn({ code, reason: `${name}: ${message}` }, 'signing in with the OpenID provider did not work');
}

function ignore(): void {}
