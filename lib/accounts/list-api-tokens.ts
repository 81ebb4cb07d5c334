import type { Scope } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import type { ApiTokenSummary } from './api-token.ts';
import { livingTokensOf } from './api-token-store.ts';

/** The workspace's living tokens without the portal's own, newest first. */
export async function listApiTokens(scope: Scope, clock: Clock = systemClock): Promise<ApiTokenSummary[]> {
  const rows = await livingTokensOf(scope, clock.now());
  return rows.map(({ createdBy, ...token }) => ({
    ...token,
    createdBy: createdBy?.name ?? null,
    makerLeft: createdBy?.memberships.length === 0,
  }));
}
