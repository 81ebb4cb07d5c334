import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { retryDelaySeconds } from './delivery.ts';
import { findDue, insertAttempt, lockMessages, setFinished } from './delivery-store.ts';
import { postMessage } from './post-message.ts';
import { enqueueAttempt, sendNext } from './send-next.ts';

/**
 * The task `deliver-webhook`: makes one attempt to send one message and records it together with what follows
 * from it: a later attempt, or the end of this message and the start of the next. Safe to repeat.
 */
export async function deliverWebhook(
  { deliveryId, attempt }: { deliveryId: string; attempt: number },
  clock: Clock = systemClock,
): Promise<void> {
  const delivery = await findDue(deliveryId, attempt);
  if (!delivery) return;
  const outcome = await postMessage(delivery, clock);
  await inTransaction(async (tx) => {
    await lockMessages(tx, delivery.predictionId);
    await insertAttempt(tx, delivery.id, { number: attempt, ...outcome });
    const now = clock.now();
    const isTaken = outcome.error === null;
    const delaySeconds = isTaken ? undefined : retryDelaySeconds(delivery, attempt);
    if (delaySeconds !== undefined) return enqueueAttempt(tx, delivery, attempt + 1, delaySeconds);
    if (await setFinished(tx, delivery, isTaken, now)) await sendNext(tx, delivery.predictionId, now);
  });
}
