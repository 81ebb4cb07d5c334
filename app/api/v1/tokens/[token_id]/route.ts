import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { revokeApiToken } from '#lib/accounts/index.ts';
import { portalOperations } from '#lib/contracts/index.ts';

const revoke = definePortalRoute(portalOperations.revokeToken, async ({ scope, params }) => {
  await revokeApiToken(scope, params.token_id);
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ DELETE: revoke });
