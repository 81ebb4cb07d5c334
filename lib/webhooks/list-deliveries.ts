import type { Scope } from '#lib/access/index.ts';
import { type Page, type Position, pageOf } from '#lib/platform/index.ts';
import { type DeliveryState, deliveryStates } from './delivery.ts';
import { type DeliverySummary, findDeliveries } from './delivery-list-store.ts';

const PAGE_SIZE = 50;

/**
 * One page of what the workspace's predictions have told to receivers, newest first, going on at `position` when one
 * is given. What the portal is told of its own predictions is left out.
 */
export async function listDeliveries(
  scope: Scope,
  states: readonly DeliveryState[] = deliveryStates,
  position: Position | null = null,
): Promise<Page<DeliverySummary>> {
  const rows = await findDeliveries(scope, states, position, PAGE_SIZE + 1);
  return pageOf(rows, position, PAGE_SIZE);
}
