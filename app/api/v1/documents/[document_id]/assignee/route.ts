import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { assignDocuments, getAssignee } from '#lib/review/index.ts';

const get = definePortalRoute(portalOperations.getAssignee, async ({ scope, params }) => ({
  body: { assignee: await getAssignee(scope, params.document_id) },
}));

const set = definePortalRoute(portalOperations.setAssignee, async ({ scope, params, body }) => {
  await assignDocuments(scope, [params.document_id], body.person_id);
  return { body: { assignee: await getAssignee(scope, params.document_id) } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get, PUT: set });
