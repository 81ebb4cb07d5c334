import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { documentText } from '#lib/extractions/index.ts';

const get = definePortalRoute(portalOperations.getDocumentText, async ({ scope, params }) => ({
  text: (await documentText(scope, params.document_id)).text,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
