import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { changeTag, deleteTag } from '#lib/documents/index.ts';

const change = definePortalRoute(portalOperations.changeTag, async ({ scope, params, body }) => {
  await changeTag(scope, params.tag_id, body);
  return { status: 204 };
});

const remove = definePortalRoute(portalOperations.deleteTag, async ({ scope, params }) => {
  await deleteTag(scope, params.tag_id);
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  PUT: change,
  DELETE: remove,
});
