import { fileReply } from '#app/_http/file-reply.ts';
import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { openExport } from '#lib/exports/index.ts';

const get = definePortalRoute(portalOperations.downloadExport, async ({ scope, params, request }) =>
  fileReply(await openExport(scope, params.export_id), { request }),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
