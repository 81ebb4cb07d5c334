import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { listQueue } from '#lib/review/index.ts';
import { queueEntryToWire } from '../_wire/review-to-wire.ts';

const list = definePortalRoute(portalOperations.listQueue, async ({ scope, query }) => {
  const { entries, total } = await listQueue(scope, query);
  return { body: { results: entries.map(queueEntryToWire), total } };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: list });
