import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getExport } from '#lib/exports/index.ts';
import { exportToWire } from '../../_wire/export-to-wire.ts';

const get = definePortalRoute(portalOperations.getExport, async ({ scope, params }) => ({
  body: exportToWire(await getExport(scope, params.export_id)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
