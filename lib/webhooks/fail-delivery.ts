import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { findDue, lockMessages, setFinished } from './delivery-store.ts';
import { sendNext } from './send-next.ts';

/**
 * The task `fail-delivery`: gives up a message whose attempt no worker could make, and lets the next one go.
 * Changes nothing when the attempt was made after all. Safe to repeat.
 */
export async function failDelivery(
  { deliveryId, attempt }: { deliveryId: string; attempt: number },
  clock: Clock = systemClock,
): Promise<void> {
  const found = await findDue(deliveryId, attempt);
  if (!found) return;
  await inTransaction(async (tx) => {
    await lockMessages(tx, found.predictionId);
    const delivery = await findDue(deliveryId, attempt, tx);
    if (!delivery) return;
    const now = clock.now();
    if (await setFinished(tx, delivery, false, now)) await sendNext(tx, delivery.predictionId, now);
  });
}
