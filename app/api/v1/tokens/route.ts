import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { createApiToken, listApiTokens } from '#lib/accounts/index.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { tokenToWire } from '../_wire/token-to-wire.ts';

const list = definePortalRoute(portalOperations.listTokens, async ({ scope }) => ({
  body: { results: (await listApiTokens(scope)).map(tokenToWire) },
}));

const create = definePortalRoute(portalOperations.createToken, async ({ scope, body }) => {
  const { id, token, expiresAt } = await createApiToken(scope, body);
  return { status: 201, body: { id, token, expires_at: expiresAt?.toISOString() ?? null } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: list,
  POST: create,
});
