import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { pageText } from '#lib/extractions/index.ts';

const get = definePortalRoute(portalOperations.getPageText, async ({ scope, params }) => {
  const { number: page, text } = await pageText(scope, params.document_id, params.page);
  return { body: { page, text } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
