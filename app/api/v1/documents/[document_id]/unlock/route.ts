import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { documentSummary, unlockDocument } from '#lib/jobs/index.ts';
import { documentToWire } from '../../../_wire/document-to-wire.ts';

const unlock = definePortalRoute(portalOperations.unlockDocument, async ({ scope, params, body }) => {
  await unlockDocument(scope, params.document_id, body.password);
  return { status: 202, body: documentToWire(await documentSummary(scope, params.document_id)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: unlock });
