import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { suggest } from '#lib/search/index.ts';

const get = definePortalRoute(portalOperations.suggest, async ({ scope, query }) => ({
  body: await suggest(scope, query.q),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
