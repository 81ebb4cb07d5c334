import type { Scope } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { type Clock, Conflict, inTransaction, NotFound, systemClock } from '#lib/platform/index.ts';
import { lockMessages, setPending } from './delivery-store.ts';
import { findForReplay, insertReplay } from './replay-store.ts';
import { enqueueAttempt } from './send-next.ts';

/**
 * Has a message sent once more, whatever came of it before: one attempt with the same id and text and a fresh
 * signature. Who asked for it stays on record.
 * @throws NotFound; Conflict when the message is on its way already, or its text is not kept any more.
 */
export async function replayDelivery(
  scope: Scope,
  deliveryId: string,
  clock: Clock = systemClock,
): Promise<void> {
  await inTransaction(async (tx) => {
    const seen = await findForReplay(tx, scope, deliveryId);
    if (!seen) throw gone();
    await lockMessages(tx, seen.predictionId);
    const delivery = await findForReplay(tx, scope, deliveryId);
    if (!delivery) throw gone();
    if (delivery.state === 'waiting' || delivery.state === 'pending')
      throw new Conflict('This message is on its way already.');
    if (!delivery.hasText)
      throw new Conflict('The text of this message is not kept any more, so it cannot be sent again.');
    const attempt = delivery.nextAttempt;
    await insertReplay(tx, scope, { deliveryId, attemptNumber: attempt, requestedAt: clock.now() });
    await setPending(tx, deliveryId);
    await enqueueAttempt(tx, delivery, attempt, 0);
    const target = { kind: 'delivery', id: deliveryId, name: `to ${new URL(delivery.url).host}` };
    await recordAct(tx, scope, { act: 'webhook.replayed', target });
  });
}

function gone(): NotFound {
  return new NotFound('There is no such delivery.');
}
