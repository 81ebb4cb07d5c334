import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { previewImport } from '#lib/imports/index.ts';

const preview = definePortalRoute(portalOperations.previewImport, async ({ scope, params, body }) => ({
  body: await previewImport(scope, params.document_id, { text: body.text, pageNumber: body.page }),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: preview });
