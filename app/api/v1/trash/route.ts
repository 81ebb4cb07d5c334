import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { emptyTrash, listTrash } from '#lib/documents/index.ts';
import { trashedToWire } from '../_wire/document-to-wire.ts';

const list = definePortalRoute(portalOperations.listTrash, async ({ scope, query }) => {
  const { documents, total } = await listTrash(scope, { skip: query.skip });
  return { body: { results: documents.map(trashedToWire), total } };
});

const empty = definePortalRoute(portalOperations.emptyTrash, async ({ scope }) => ({
  body: { documents: await emptyTrash(scope) },
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: list,
  DELETE: empty,
});
