import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { usageReport } from '#lib/usage/index.ts';
import { usageToWire } from '../_wire/figures-to-wire.ts';

const get = definePortalRoute(portalOperations.getUsage, async ({ scope, query }) => ({
  body: usageToWire(await usageReport(scope, query.range)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
