import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getExtraction } from '#lib/extractions/index.ts';
import { findHits } from '#lib/search/index.ts';

const find = definePortalRoute(portalOperations.findHits, async ({ scope, params, query }) => {
  const { documentId, pageNumber, lines } = await getExtraction(scope, params.document_id, params.page);
  return { body: { results: (await findHits(scope, { documentId, pageNumber, lines }, query.q)).hits } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: find });
