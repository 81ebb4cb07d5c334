import type { PortalDeliveryDetailWire, PortalDeliveryWire } from '#lib/contracts/index.ts';
import type { DeliveryDetail, DeliverySummary } from '#lib/webhooks/index.ts';

export function deliveryToWire({ lastAttempt, ...delivery }: DeliverySummary): PortalDeliveryWire {
  return {
    ...place(delivery),
    last_attempt: lastAttempt && {
      number: lastAttempt.number,
      response_status: lastAttempt.responseStatus,
    },
  };
}

export function deliveryDetailToWire({
  body,
  attempts,
  ...delivery
}: DeliveryDetail): PortalDeliveryDetailWire {
  return {
    ...place(delivery),
    body,
    attempts: attempts.map(({ number, startedAt, durationMs, responseStatus, error }) => ({
      number,
      started_at: startedAt.toISOString(),
      duration_ms: durationMs,
      response_status: responseStatus,
      error,
    })),
  };
}

function place(delivery: Omit<DeliverySummary, 'lastAttempt'>) {
  const { id, predictionId, event, url, state, createdAt } = delivery;
  return { id, prediction_id: predictionId, event, url, state, created_at: createdAt.toISOString() };
}
