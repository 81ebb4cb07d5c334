import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getExport, listExports, startExport } from '#lib/exports/index.ts';
import { exportToWire } from '../_wire/export-to-wire.ts';

const list = definePortalRoute(portalOperations.listExports, async ({ scope }) => ({
  body: { results: (await listExports(scope)).map(exportToWire) },
}));

const create = definePortalRoute(portalOperations.createExport, async ({ scope, body }) => {
  const { format, document_ids: documentIds, pages } = body;
  const selection = { documentIds, ...(pages && { pages }) };
  const { exportId } = await startExport(scope, { format, selection });
  return { status: 201, body: exportToWire(await getExport(scope, exportId)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: list,
  POST: create,
});
