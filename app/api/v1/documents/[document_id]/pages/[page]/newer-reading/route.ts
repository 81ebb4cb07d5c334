import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { leaveNewerReading, newerReading, takeNewerReading } from '#lib/extractions/index.ts';
import { extractionToWire } from '../../../../../_wire/page-to-wire.ts';

const get = definePortalRoute(portalOperations.getNewerReading, async ({ scope, params }) => ({
  body: { lines: await newerReading(scope, params.document_id, params.page) },
}));

const settle = definePortalRoute(portalOperations.settleNewerReading, async ({ scope, params, body }) => {
  const verb = body.take ? takeNewerReading : leaveNewerReading;
  return { body: extractionToWire(await verb(scope, params.document_id, params.page)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({
  GET: get,
  POST: settle,
});
