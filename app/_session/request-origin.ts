import type { RequestOrigin } from '#lib/access/index.ts';
import { config } from '#lib/platform/config.ts';

/**
 * Where a request came from, for the list of sessions and the sign-in limits. Addresses to the left of those that
 * our own server and the trusted proxies have added are claims of the client, and not looked at.
 */
export function requestOrigin(
  headers: Headers,
  { trustedProxies }: { trustedProxies: number } = config(),
): RequestOrigin {
  const addresses = headers.get('x-forwarded-for')?.split(',') ?? [];
  const ipAddress = addresses.at(-1 - trustedProxies)?.trim() || null;
  return { userAgent: headers.get('user-agent'), ipAddress };
}
