import { definePortalMethods } from '#app/_http/portal-api.ts';
import { openApiDocument, portalApi, predictionsApi } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/config.ts';

/** Both APIs in one description, for everybody; `/v1/openapi.json` describes the wire API alone. */
async function get(): Promise<Response> {
  return Response.json(openApiDocument(config().publicUrl, [predictionsApi, portalApi]));
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
