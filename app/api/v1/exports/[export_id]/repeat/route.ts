import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getExport, repeatExport } from '#lib/exports/index.ts';
import { exportToWire } from '../../../_wire/export-to-wire.ts';

const repeat = definePortalRoute(portalOperations.repeatExport, async ({ scope, params }) => {
  await repeatExport(scope, params.export_id);
  return { body: exportToWire(await getExport(scope, params.export_id)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: repeat });
