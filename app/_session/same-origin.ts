import { config } from '#lib/platform/config.ts';
import { Forbidden } from '#lib/platform/errors.ts';

/**
 * Refuses a write that another site's page made the browser send with our cookie. All routes that
 * know people by cookie, and all server actions, go through it. @throws Forbidden
 */
export function requireSameOrigin({ headers }: { headers: Headers }): void {
  const origin = headers.get('origin');
  if (origin !== null && URL.canParse(origin) && ownHosts(headers).has(new URL(origin).host)) return;
  throw new Forbidden('This request did not come from a page of Lectern.');
}

function ownHosts(headers: Headers): Set<string> {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return new Set([new URL(config().publicUrl).host, ...(host ? [host] : [])]);
}
