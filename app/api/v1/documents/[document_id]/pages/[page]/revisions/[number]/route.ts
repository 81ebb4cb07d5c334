import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { extractionAt } from '#lib/extractions/index.ts';

const get = definePortalRoute(portalOperations.getRevision, async ({ scope, params }) => {
  const { document_id: id, page, number } = params;
  return { body: { number, lines: await extractionAt(scope, id, page, number) } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
