import type { WebhookEvent } from '#lib/contracts/index.ts';

/** A message on its way. Of one prediction's messages at most one is pending; the others wait behind it. */
export type Delivery = {
  /** Sent as `webhook-id`. */
  id: string;
  workspaceId: string;
  predictionId: string;
  event: WebhookEvent;
  url: string;
  /** The exact text that is signed and sent. */
  body: string;
};

/** A delivery when one of its attempts is to be made. */
export type DueDelivery = Delivery & {
  /** Whether an earlier attempt arrived: it is sent again because somebody asked for it. */
  hasArrived: boolean;
  /** Whether somebody asked for this very attempt. */
  isReplay: boolean;
};

/** The message whose turn it is. */
export type NextDelivery = Pick<Delivery, 'id' | 'event' | 'url'> & {
  /** When an update of its prediction was last sent; null if none was. */
  lastUpdateAt: Date | null;
};

export const deliveryStates = [
  /** Behind an earlier message of the same prediction. */
  'waiting',
  /** On its way, or to be tried again. */
  'pending',
  'delivered',
  'gave_up',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** News of progress; a newer one says all that an older one said. */
export const updateEvents: readonly WebhookEvent[] = ['output', 'logs'];

/** Updates of one prediction are sent at most so often (contract 14.5). */
export const UPDATE_INTERVAL_MS = 500;

// Contract 14.7: the last try comes about a minute after the first.
const RETRY_DELAYS_SECONDS = [1, 2, 4, 8, 16, 30];

/**
 * Seconds before the next attempt after `attempt` failed, or undefined when there is none: only the end is retried,
 * and not when a person waits for what comes of one attempt.
 */
export function retryDelaySeconds(
  { event, isReplay }: Pick<DueDelivery, 'event' | 'isReplay'>,
  attempt: number,
): number | undefined {
  return event === 'completed' && !isReplay ? RETRY_DELAYS_SECONDS[attempt - 1] : undefined;
}

/** Seconds to hold a message back, so that updates keep their distance. */
export function holdBackSeconds(
  { event, lastUpdateAt }: Pick<NextDelivery, 'event' | 'lastUpdateAt'>,
  now: Date,
): number {
  if (!lastUpdateAt || !updateEvents.includes(event)) return 0;
  return Math.max(0, lastUpdateAt.getTime() + UPDATE_INTERVAL_MS - now.getTime()) / 1_000;
}
