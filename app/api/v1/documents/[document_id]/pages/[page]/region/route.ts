import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { readRegion } from '#lib/jobs/index.ts';

const read = definePortalRoute(portalOperations.readRegion, async ({ scope, params, body }) => ({
  body: await readRegion(scope, params.document_id, params.page, body),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: read });
