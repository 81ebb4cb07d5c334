import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { importFile } from '#lib/imports/index.ts';

const run = definePortalRoute(portalOperations.importText, async ({ scope, params, body }) => {
  const { text, page: pageNumber, save_id: saveId } = body;
  return { body: { pages: await importFile(scope, params.document_id, { text, pageNumber, saveId }) } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: run });
