import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { pageReply, positionOf } from '#app/_http/list-page.ts';
import { readFileForm } from '#app/_http/read-file-form.ts';
import { operations } from '#lib/contracts/index.ts';
import { requireUploadTurn } from '#lib/documents/index.ts';
import { createFile, fileToWire, listFiles } from '#lib/predictions/index.ts';

const create = defineRoute(operations.createFile, async ({ scope, request }) => {
  await requireUploadTurn(scope);
  const file = await createFile(scope, await readFileForm(request));
  return { status: 201, body: fileToWire(file) };
});

const list = defineRoute(operations.listFiles, async ({ scope, query, request }) => {
  const page = await listFiles(scope, positionOf(query.cursor));
  return { body: pageReply(page, request, fileToWire) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: list, POST: create });
