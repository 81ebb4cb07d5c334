import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { resolveComment } from '#lib/review/index.ts';

const resolve = definePortalRoute(portalOperations.resolveComment, async ({ scope, params, body }) => {
  await resolveComment(scope, params.comment_id, body.is_resolved);
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ PATCH: resolve });
