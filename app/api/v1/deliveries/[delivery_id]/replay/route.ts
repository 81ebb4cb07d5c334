import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getDelivery, replayDelivery } from '#lib/webhooks/index.ts';
import { deliveryDetailToWire } from '../../../_wire/delivery-to-wire.ts';

const replay = definePortalRoute(portalOperations.replayDelivery, async ({ scope, params }) => {
  await replayDelivery(scope, params.delivery_id);
  return { status: 202, body: deliveryDetailToWire(await getDelivery(scope, params.delivery_id)) };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ POST: replay });
