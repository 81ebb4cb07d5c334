import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { setReviewState } from '#lib/extractions/index.ts';

const decide = definePortalRoute(portalOperations.setReviewState, async ({ scope, params, body }) => {
  const { state, pages = 'all', comment } = body;
  return { body: { pages: await setReviewState(scope, params.document_id, { state, pages, comment }) } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: decide });
