import type { WebhookEvent } from '#lib/contracts/index.ts';
import { newId, type Tx } from '#lib/platform/index.ts';
import { insertWaiting } from './delivery-store.ts';
import { sendNext } from './send-next.ts';
import { isPortalWebhook } from './webhook-url.ts';

export type Recipient = { workspaceId: string; predictionId: string; url: string };
export type Message = {
  event: WebhookEvent;
  /** The exact text to sign and send. */
  body: string;
};

/**
 * Queues messages about one prediction as part of the caller's transaction, which must have changed the
 * prediction's row before, so that no other transaction queues for it at the same time. They are sent in order,
 * one at a time; updates that still wait are deleted, because every newer message says what they said.
 */
export async function queueWebhooks(
  tx: Tx,
  recipient: Recipient,
  messages: readonly Message[],
): Promise<void> {
  const now = new Date();
  const isPortal = isPortalWebhook(recipient.url);
  await insertWaiting(
    tx,
    recipient.predictionId,
    messages.map((message, index) => {
      // A millisecond apart, so that every list shows them in their order.
      const createdAt = new Date(now.getTime() + index);
      return { id: newId(), ...recipient, ...message, isPortal, createdAt };
    }),
  );
  await sendNext(tx, recipient.predictionId, now);
}
