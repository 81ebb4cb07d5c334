import type { Tx } from '#lib/platform/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { holdBackSeconds, nextInLine } from './delivery.ts';
import { lastUpdateSentAt, listWaiting, setPending } from './delivery-store.ts';

/** Lets the next waiting message of a prediction go. Its messages are locked and none is pending. */
export async function sendNext(tx: Tx, predictionId: string, now: Date): Promise<void> {
  const next = nextInLine(await listWaiting(tx, predictionId));
  if (!next) return;
  await setPending(tx, next.id);
  const delaySeconds = holdBackSeconds(next.event, await lastUpdateSentAt(tx, predictionId), now);
  await enqueueAttempt(tx, next, 1, delaySeconds);
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
