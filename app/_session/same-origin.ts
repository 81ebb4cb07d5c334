import { config } from '#lib/platform/config.ts';
import { Forbidden } from '#lib/platform/errors.ts';

/**
 * Refuses a write that another site's page made the browser send with our cookie. Every route that writes by
 * cookie calls it; server actions have Next's own check. @throws Forbidden
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  if (origin !== null && URL.canParse(origin) && ownHosts(request).has(new URL(origin).host)) return;
  throw new Forbidden('This request did not come from a page of Lectern.');
}

function ownHosts(request: Request): Set<string> {
  const { headers } = request;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return new Set([new URL(config().publicUrl).host, ...(host ? [host] : [])]);
}
