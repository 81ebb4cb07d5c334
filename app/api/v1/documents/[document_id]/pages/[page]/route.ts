import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getExtraction } from '#lib/extractions/index.ts';
import { extractionToWire } from '../../../../_wire/page-to-wire.ts';

const get = definePortalRoute(portalOperations.getPage, async ({ scope, params }) => ({
  body: extractionToWire(await getExtraction(scope, params.document_id, params.page)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
