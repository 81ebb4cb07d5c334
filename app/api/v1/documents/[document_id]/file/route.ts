import { fileReply } from '#app/_http/file-reply.ts';
import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { openOriginal } from '#lib/documents/index.ts';

const get = definePortalRoute(portalOperations.getOriginal, async ({ scope, params, request }) =>
  fileReply(await openOriginal(scope, params.document_id), { request }),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
