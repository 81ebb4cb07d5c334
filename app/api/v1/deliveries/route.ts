import { cursorOf, positionOf } from '#app/_http/list-page.ts';
import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { listDeliveries } from '#lib/webhooks/index.ts';
import { deliveryToWire } from '../_wire/delivery-to-wire.ts';

const list = definePortalRoute(portalOperations.listDeliveries, async ({ scope, query }) => {
  const states = query.state && [query.state];
  const { items, older } = await listDeliveries(scope, states, positionOf(query.cursor));
  return { body: { results: items.map(deliveryToWire), next_cursor: older && cursorOf(older) } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: list });
