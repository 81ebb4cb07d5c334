import type { Scope } from '#lib/access/index.ts';
import type { CreateModelPredictionBody } from '#lib/contracts/index.ts';
import {
  createPrediction,
  type Prediction,
  predictionToWire,
  waitForPrediction,
} from '#lib/predictions/index.ts';
import { cancelAfterSeconds } from './cancel-after.ts';
import type { Reply, RouteInput } from './define-route.ts';
import { trackStream } from './open-streams.ts';
import { preferredWait } from './prefer-wait.ts';

/** The reply itself takes a moment to arrive. */
const REPLY_MARGIN_MS = 50;

type Input = Pick<
  RouteInput<unknown, unknown, CreateModelPredictionBody>,
  'request' | 'scope' | 'body' | 'receivedAtMs'
>;

/** Creates a prediction of `version` and replies at once or, if the caller prefers to wait, when it has ended. */
export async function createAndReply(
  { request, scope, body, receivedAtMs }: Input,
  version: string,
): Promise<Reply> {
  const prediction = await createPrediction(scope, {
    version,
    input: body.input,
    // `webhook_completed` is an older way to ask for the last event only.
    webhook: body.webhook ?? body.webhook_completed,
    webhookEventsFilter: !body.webhook && body.webhook_completed ? ['completed'] : body.webhook_events_filter,
    cancelAfterSeconds: cancelAfterSeconds(request.headers.get('cancel-after')),
    stream: body.stream,
    ownHosts: [request.headers.get('host') ?? ''],
  });
  const wire = predictionToWire(prediction);
  const wait = preferredWait(request.headers.get('prefer'));
  if (!wait) return { status: 201, body: wire, headers: { location: wire.urls.get } };
  const timeoutMs = receivedAtMs + wait.timeoutMs - REPLY_MARGIN_MS - performance.now();
  const ended = await waitWhileServing(scope, prediction.id, timeoutMs, request.signal);
  return {
    status: 201,
    // Clients take any other status as final here, so an unfinished prediction is shown as it was created.
    body: ended ? predictionToWire(ended) : wire,
    headers: { location: wire.urls.get, 'preference-applied': wait.applied },
  };
}

/** A server that stops lets its waiting callers go with what there is. */
async function waitWhileServing(
  scope: Scope,
  id: string,
  timeoutMs: number,
  caller: AbortSignal,
): Promise<Prediction | null> {
  const stopping = new AbortController();
  const untrack = trackStream(() => stopping.abort());
  try {
    return await waitForPrediction(scope, id, {
      timeoutMs,
      signal: AbortSignal.any([caller, stopping.signal]),
    });
  } finally {
    untrack();
  }
}
