import type { Scope } from '#lib/access/index.ts';
import type { WebhookEvent } from '#lib/contracts/index.ts';
import { database } from '#lib/platform/database.ts';
import { beyond, inListOrder, type Position } from '#lib/platform/index.ts';
import type { DeliveryState } from './delivery.ts';

const fields = {
  id: true,
  predictionId: true,
  event: true,
  url: true,
  state: true,
  createdAt: true,
} as const;

/** A delivery as a list shows it. */
export type DeliverySummary = {
  id: string;
  predictionId: string;
  event: WebhookEvent;
  url: string;
  state: DeliveryState;
  createdAt: Date;
  lastAttempt: { number: number; responseStatus: number | null } | null;
};

/** At most `limit` deliveries in list order, newest first; those to the portal itself are left out. */
export async function findDeliveries(
  { workspaceId }: Scope,
  states: readonly DeliveryState[],
  position: Position | null,
  limit: number,
): Promise<DeliverySummary[]> {
  const { where, orderBy } = beyond(position);
  const rows = await database().delivery.findMany({
    where: { workspaceId, isPortal: false, state: { in: [...states] }, ...where },
    orderBy,
    take: limit,
    select: {
      ...fields,
      attempts: { orderBy: { number: 'desc' }, take: 1, select: { number: true, responseStatus: true } },
    },
  });
  const summaries = rows.map(({ attempts: [lastAttempt = null], ...row }) => ({ ...row, lastAttempt }));
  return inListOrder(summaries, position);
}

/** One delivery with everything that was kept of it. */
export async function findDelivery({ workspaceId }: Scope, id: string) {
  return await database().delivery.findFirst({
    where: { id, workspaceId, isPortal: false },
    select: {
      ...fields,
      body: true,
      prediction: { select: { dataRemovedAt: true } },
      attempts: { orderBy: { number: 'asc' } },
      replays: {
        orderBy: { attemptNumber: 'asc' },
        select: { attemptNumber: true, requestedAt: true, requestedBy: { select: { name: true } } },
      },
    },
  });
}
