import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { changeFolder, deleteFolder } from '#lib/documents/index.ts';

const change = definePortalRoute(portalOperations.changeFolder, async ({ scope, params, body }) => {
  await changeFolder(scope, params.folder_id, { name: body.name, parentId: body.parent_id });
  return { status: 204 };
});

const remove = definePortalRoute(portalOperations.deleteFolder, async ({ scope, params, query }) => {
  await deleteFolder(scope, params.folder_id, { keepContent: query.keep_content });
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  PATCH: change,
  DELETE: remove,
});
