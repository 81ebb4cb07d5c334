import { cookies, headers } from 'next/headers';
import { signInWithOidc } from '#lib/accounts/index.ts';
import { logger } from '#lib/platform/logger.ts';
import { letIn } from './let-in.ts';
import { localPath } from './local-path.ts';
import { claimsOf } from './oidc-provider.ts';
import { requestOrigin } from './request-origin.ts';
import { isSecure } from './session-cookie.ts';

/**
 * The end of signing in with the provider: opens the session ourselves, so that only its hash is stored.
 * @returns where the browser goes next: on, to the code that is still owed, or back to the sign-in page with the reason.
 */
export async function finishOidc(profile: unknown): Promise<string> {
  try {
    const result = await signInWithOidc({ claims: claimsOf(profile), ...requestOrigin(await headers()) });
    if (result.outcome === 'refused') return `/sign-in?refused=${result.reason}`;
    const next = await wantedPath();
    const { codeNeeded } = await letIn(result);
    return codeNeeded ? `/sign-in/code?next=${encodeURIComponent(next)}` : next;
  } catch (error) {
    // What next-auth is told, it puts into the address.
    logger.error({ err: error }, 'signing in with the OpenID provider failed');
    return '/sign-in?refused=failed';
  }
}

/** Where they wanted to go, which next-auth has kept in a cookie as a whole address. */
async function wantedPath(): Promise<string> {
  const name = `${isSecure() ? '__Secure-' : ''}next-auth.callback-url`;
  const url = URL.parse((await cookies()).get(name)?.value ?? '/', 'http://here.invalid');
  return localPath(url ? url.pathname + url.search : '/');
}
