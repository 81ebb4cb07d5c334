import type { PredictionWire } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/index.ts';
import { isTerminal, type Prediction } from './prediction.ts';
import { streamAddress } from './stream-address.ts';

/** The one form in which a prediction leaves: replies, lists and webhooks alike. */
export function predictionToWire(prediction: Prediction): PredictionWire {
  const { id, startedAt, completedAt, webhook, webhookEventsFilter } = prediction;
  const { publicUrl } = config();
  const isRemoved = prediction.dataRemovedAt !== null;
  return {
    id,
    model: prediction.model,
    version: prediction.version,
    input: isRemoved ? {} : prediction.input,
    logs: isRemoved ? '' : prediction.logs,
    output: isRemoved ? null : prediction.output,
    data_removed: isRemoved,
    error: prediction.error,
    source: prediction.source,
    status: prediction.status,
    created_at: prediction.createdAt.toISOString(),
    ...(startedAt ? { started_at: startedAt.toISOString() } : {}),
    ...(completedAt ? { completed_at: completedAt.toISOString() } : {}),
    ...(prediction.deadline ? { deadline: prediction.deadline.toISOString() } : {}),
    ...(isTerminal(prediction.status) ? { metrics: metrics(prediction) } : {}),
    ...(webhook !== null ? { webhook } : {}),
    ...(webhookEventsFilter ? { webhook_events_filter: webhookEventsFilter } : {}),
    urls: {
      get: `${publicUrl}/v1/predictions/${id}`,
      cancel: `${publicUrl}/v1/predictions/${id}/cancel`,
      web: `${publicUrl}/p/${id}`,
      ...(prediction.isStreamed ? { stream: streamAddress(id) } : {}),
    },
  };
}

function metrics({ createdAt, startedAt, completedAt }: Prediction) {
  const end = completedAt ?? createdAt;
  return { predict_time: secondsBetween(startedAt ?? end, end), total_time: secondsBetween(createdAt, end) };
}

/** Clocks of two machines may disagree by a little; a duration is never negative. */
function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, to.getTime() - from.getTime()) / 1_000;
}
