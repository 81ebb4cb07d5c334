import { generatedFileReply } from '#app/_http/file-reply.ts';
import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { exportDocument } from '#lib/exports/index.ts';

const write = definePortalRoute(portalOperations.writeDocument, async ({ scope, params, query, request }) =>
  generatedFileReply(await exportDocument(scope, params.document_id, query), request),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: write });
