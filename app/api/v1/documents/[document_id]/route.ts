import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { moveDocuments, renameDocument, tagDocuments } from '#lib/documents/index.ts';
import { documentSummary, trashDocuments } from '#lib/jobs/index.ts';
import { documentToWire } from '../../_wire/document-to-wire.ts';

const get = definePortalRoute(portalOperations.getDocument, async ({ scope, params }) => ({
  body: documentToWire(await documentSummary(scope, params.document_id)),
}));

const change = definePortalRoute(portalOperations.changeDocument, async ({ scope, params, body }) => {
  const { document_id: id } = params;
  const { name, folder_id: folderId, add_tag_ids: add = [], remove_tag_ids: remove = [] } = body;
  const choice = { documentIds: [id] };
  // Answers 404 also where nothing is asked for.
  await documentSummary(scope, id);
  if (name !== undefined) await renameDocument(scope, id, name);
  if (folderId !== undefined) await moveDocuments(scope, choice, folderId);
  if (add.length + remove.length > 0) await tagDocuments(scope, choice, { add, remove });
  return { body: documentToWire(await documentSummary(scope, id)) };
});

const trash = definePortalRoute(portalOperations.trashDocument, async ({ scope, params }) => {
  await trashDocuments(scope, { documentIds: [params.document_id] });
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: get,
  PATCH: change,
  DELETE: trash,
});
