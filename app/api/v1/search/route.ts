import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { searchPages } from '#lib/search/index.ts';
import { searchToWire } from '../_wire/search-to-wire.ts';

const search = definePortalRoute(portalOperations.searchPages, async ({ scope, query }) => {
  const { q, cursor: after, ...filters } = query;
  return { body: searchToWire(await searchPages(scope, q, { filters, after })) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: search });
