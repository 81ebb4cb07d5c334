import type { Json, PredictionStatus, WebhookEvent } from '#lib/contracts/index.ts';

export type Prediction = {
  id: string;
  workspaceId: string;
  /** owner/name */
  model: string;
  version: string;
  input: Record<string, Json>;
  /** Values of the input's secret fields, sealed. */
  sealedInput: Record<string, string>;
  /** Blob keys of this service's own file URLs in the input; null for a file that was not there. */
  inputFiles: Record<string, string | null>;
  output: Json;
  error: string | null;
  logs: string;
  status: PredictionStatus;
  source: string;
  webhook: string | null;
  /** As the caller gave it; null when the caller gave none. */
  webhookEventsFilter: WebhookEvent[] | null;
  /** Whether its output is streamed while it is made. */
  isStreamed: boolean;
  /** Place in the fair order of waiting predictions; lower runs earlier. */
  turn: number;
  createdAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  /** When the caller wants it ended, finished or not. */
  deadline: Date | null;
  dataRemovedAt: Date | null;
};

const NEXT: Record<PredictionStatus, readonly PredictionStatus[]> = {
  starting: ['processing', 'failed', 'canceled', 'aborted'],
  processing: ['succeeded', 'failed', 'canceled'],
  succeeded: [],
  failed: [],
  canceled: [],
  aborted: [],
};

export function isTerminal(status: PredictionStatus): boolean {
  return NEXT[status].length === 0;
}

/** The states from which a prediction may go to `status`: what a conditional update asks for. */
export function statesBefore(status: PredictionStatus): PredictionStatus[] {
  const states = Object.keys(NEXT).filter((state): state is PredictionStatus => state in NEXT);
  return states.filter((state) => NEXT[state].includes(status));
}

/** Whether the caller wants to be told. Without a filter every event is told; an empty one tells none. */
export function wantsEvent(
  { webhook, webhookEventsFilter }: Pick<Prediction, 'webhook' | 'webhookEventsFilter'>,
  event: WebhookEvent,
): boolean {
  return webhook !== null && (webhookEventsFilter?.includes(event) ?? true);
}
