import { cursorOf, positionOf } from '#app/_http/list-page.ts';
import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { listAuditEvents } from '#lib/audit/index.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { auditEventToWire } from '../_wire/audit-event-to-wire.ts';

const list = definePortalRoute(portalOperations.listAuditEvents, async ({ scope, query }) => {
  const { cursor, actor_id: actorId, target, from, to } = query;
  const filter = { actorId, target, from: dateOf(from), to: dateOf(to) };
  const { items, older } = await listAuditEvents(scope, filter, positionOf(cursor));
  return { body: { results: items.map(auditEventToWire), next_cursor: older && cursorOf(older) } };
});

function dateOf(time: string | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: list });
