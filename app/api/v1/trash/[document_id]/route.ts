import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { deleteForGood } from '#lib/documents/index.ts';

const remove = definePortalRoute(portalOperations.deleteDocument, async ({ scope, params }) => {
  await deleteForGood(scope, [params.document_id]);
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ DELETE: remove });
