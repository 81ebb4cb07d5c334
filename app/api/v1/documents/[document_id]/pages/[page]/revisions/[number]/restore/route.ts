import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { restoreRevision } from '#lib/extractions/index.ts';
import { extractionToWire } from '../../../../../../../_wire/page-to-wire.ts';

const restore = definePortalRoute(portalOperations.restoreRevision, async ({ scope, params, body }) => {
  const { document_id: id, page, number } = params;
  return { body: extractionToWire(await restoreRevision(scope, id, page, number, body.save_id)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: restore });
