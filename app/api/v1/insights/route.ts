import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getInsights } from '#lib/insights/index.ts';
import { insightsToWire } from '../_wire/figures-to-wire.ts';

const get = definePortalRoute(portalOperations.getInsights, async ({ scope, query }) => ({
  body: insightsToWire(await getInsights(scope, query.range)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
