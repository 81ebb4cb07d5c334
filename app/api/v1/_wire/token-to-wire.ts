import type { ApiTokenSummary } from '#lib/accounts/index.ts';
import type { PortalTokenWire } from '#lib/contracts/index.ts';

export function tokenToWire(token: ApiTokenSummary): PortalTokenWire {
  return {
    id: token.id,
    name: token.name,
    prefix: token.prefix,
    scopes: token.scopes,
    created_at: token.createdAt.toISOString(),
    created_by: token.createdBy,
    maker_left: token.makerLeft,
    last_used_at: token.lastUsedAt?.toISOString() ?? null,
    expires_at: token.expiresAt?.toISOString() ?? null,
  };
}
