import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { operations } from '#lib/contracts/index.ts';
import { deleteFile, fileToWire, getFile } from '#lib/predictions/index.ts';

const get = defineRoute(operations.getFile, async ({ scope, params }) => ({
  body: fileToWire(await getFile(scope, params.id)),
}));

const remove = defineRoute(operations.deleteFile, async ({ scope, params }) => {
  await deleteFile(scope, params.id);
  return { status: 204 };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: get, DELETE: remove });
