import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { getDelivery } from '#lib/webhooks/index.ts';
import { deliveryDetailToWire } from '../../_wire/delivery-to-wire.ts';

const get = definePortalRoute(portalOperations.getDelivery, async ({ scope, params }) => ({
  body: deliveryDetailToWire(await getDelivery(scope, params.delivery_id)),
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: get });
