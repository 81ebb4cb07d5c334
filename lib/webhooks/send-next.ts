import type { Tx } from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { holdBackSeconds } from './delivery.ts';
import { setNextPending } from './delivery-store.ts';

/** Lets the next waiting message of a prediction go, unless one is on its way. Its messages are locked. */
export async function sendNext(tx: Tx, predictionId: string, now: Date): Promise<void> {
  const next = await setNextPending(tx, predictionId);
  if (next) await enqueueAttempt(tx, next, 1, holdBackSeconds(next, now));
}

/** Receivers are served side by side: a slow one holds up its own messages only. */
export async function enqueueAttempt(
  tx: Tx,
  delivery: { id: string; url: string },
  attempt: number,
  delaySeconds: number,
): Promise<void> {
  const group = new URL(delivery.url).host;
  await enqueue(tx, 'deliver-webhook', { deliveryId: delivery.id, attempt }, { delaySeconds, group });
}
