import { type Actor, permissionsOf, type RequestOrigin } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { hashApiToken, LAST_USED_STEP_MS } from './api-token.ts';
import { findLivingToken, touchToken } from './api-token-store.ts';

/**
 * The actor a bearer token stands for, or null when it is unknown, revoked or expired. One look-up by hash
 * whatever the token is, so time tells nothing. Keeps `last used`, at most once a minute.
 */
export async function authenticateToken(
  bearer: string,
  clock: Clock = systemClock,
  from?: RequestOrigin,
): Promise<(Actor & { kind: 'token' }) | null> {
  const now = clock.now();
  const found = await findLivingToken(hashApiToken(bearer), now);
  if (!found) return null;
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > LAST_USED_STEP_MS) {
    await touchToken(found.id, now);
  }
  return {
    kind: 'token',
    tokenId: found.id,
    name: found.name,
    createdById: found.createdById,
    expiresAt: found.expiresAt,
    workspaceId: found.workspaceId,
    permissions: permissionsOf(found.scopes),
    isPortal: found.kind === 'portal',
    ...(from && { from }),
  };
}
