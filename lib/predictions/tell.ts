import type { WebhookEvent } from '#lib/contracts/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { queueWebhooks } from '#lib/webhooks/index.ts';
import { isTerminal, type Prediction, wantsEvent } from './prediction.ts';
import { predictionToWire } from './prediction-to-wire.ts';

/** Queues webhooks about those events that the caller wants, as part of the transaction that changed the prediction. */
export async function tell(tx: Tx, prediction: Prediction, events: readonly WebhookEvent[]): Promise<void> {
  const { workspaceId, id: predictionId, webhook: url } = prediction;
  const wanted = events.filter((event) => wantsEvent(prediction, event));
  if (url === null || wanted.length === 0) return;
  const messages = wanted.map((event) => ({
    event,
    body: JSON.stringify(predictionToWire(asOf(prediction, event))),
  }));
  await queueWebhooks(tx, { workspaceId, predictionId, url }, messages);
}

/** What a model answers at its end is told as output of a running prediction first, then as the end. */
function asOf(prediction: Prediction, event: WebhookEvent): Prediction {
  if (event === 'completed' || !isTerminal(prediction.status)) return prediction;
  return { ...prediction, status: 'processing', completedAt: null };
}
