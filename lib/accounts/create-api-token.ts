import type { Scope } from '#lib/access/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { hashApiToken, type NewApiToken, newToken, tokenPrefix } from './api-token.ts';
import { insertApiToken } from './api-token-store.ts';

/** Makes a token for a program. Its text is returned this once; only its hash is stored. */
export async function createApiToken(
  scope: Scope,
  { name, scopes, expiresAt }: NewApiToken,
): Promise<{ id: string; token: string }> {
  const token = newToken();
  const id = await inTransaction((tx) =>
    insertApiToken(tx, {
      workspaceId: scope.workspaceId,
      createdById: scope.actor.kind === 'user' ? scope.actor.userId : null,
      kind: 'personal',
      name,
      prefix: tokenPrefix(token),
      tokenHash: hashApiToken(token),
      scopes: [...scopes],
      expiresAt,
    }),
  );
  return { id, token };
}
