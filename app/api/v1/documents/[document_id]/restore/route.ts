import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { restoreDocuments } from '#lib/documents/index.ts';
import { documentSummary } from '#lib/jobs/index.ts';
import { documentToWire } from '../../../_wire/document-to-wire.ts';

const restore = definePortalRoute(portalOperations.restoreDocument, async ({ scope, params }) => {
  await restoreDocuments(scope, [params.document_id]);
  return { body: documentToWire(await documentSummary(scope, params.document_id)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: restore });
