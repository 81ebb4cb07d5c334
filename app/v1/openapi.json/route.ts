import { defineMethods } from '#app/_http/define-methods.ts';
import { openApiDocument } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/config.ts';

/** For everybody: it says nothing that the project's own pages do not say. */
async function get(): Promise<Response> {
  return Response.json(openApiDocument(config().publicUrl));
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: get });
