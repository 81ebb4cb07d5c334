import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { createFolder, listFolders } from '#lib/documents/index.ts';
import { folderToWire } from '../_wire/folder-to-wire.ts';

const list = definePortalRoute(portalOperations.listFolders, async ({ scope }) => ({
  body: { results: (await listFolders(scope)).map(folderToWire) },
}));

const create = definePortalRoute(portalOperations.createFolder, async ({ scope, body }) => {
  const folder = { name: body.name, parentId: body.parent_id };
  const { folderId: id } = await createFolder(scope, folder);
  return { status: 201, body: folderToWire({ id, ...folder, documents: 0 }) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: list,
  POST: create,
});
