import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { createTag, listTags } from '#lib/documents/index.ts';

const list = definePortalRoute(portalOperations.listTags, async ({ scope }) => ({
  body: { results: await listTags(scope) },
}));

const create = definePortalRoute(portalOperations.createTag, async ({ scope, body }) => ({
  status: 201,
  body: { ...(await createTag(scope, body)), documents: 0 },
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: list,
  POST: create,
});
