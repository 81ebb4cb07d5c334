import type { Scope } from '#lib/access/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { findDelivery } from './delivery-list-store.ts';
import { fixedHeaders } from './post-message.ts';
import { timestampOf } from './sign-message.ts';

export type DeliveryDetail = Awaited<ReturnType<typeof getDelivery>>;

/** One delivery with its attempts, first to last, each with the headers that were sent. @throws NotFound */
export async function getDelivery(scope: Scope, id: string) {
  const found = await findDelivery(scope, id);
  if (!found) throw new NotFound('There is no such delivery.');
  const { body, prediction, attempts, ...delivery } = found;
  return {
    ...delivery,
    /** What is sent; null when it is not kept any more. */
    body: body === '' ? null : body,
    /** When the data of its prediction was removed, and the text of the message with it. */
    dataRemovedAt: prediction.dataRemovedAt,
    attempts: attempts.map(({ signature, deliveryId: _, ...attempt }) => ({
      ...attempt,
      headers: {
        ...fixedHeaders,
        'webhook-id': id,
        'webhook-timestamp': timestampOf(attempt.startedAt),
        ...(signature === null ? {} : { 'webhook-signature': signature }),
      },
    })),
  };
}
