import { authorize, type Scope } from '#lib/access/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import { listenToPrediction } from './listen-to-prediction.ts';
import { outputChunks } from './output-chunks.ts';
import { isTerminal, type Prediction } from './prediction.ts';
import { findLivingWorkspaceOf, findOutput } from './prediction-store.ts';
import { checkStreamAddress } from './stream-address.ts';

export type StreamEvent =
  | { type: 'output'; id: string; data: string }
  /** The reason a prediction failed. */
  | { type: 'error'; id: string; data: string }
  | { type: 'done'; id: string; data: string }
  /** Nothing has happened for a while. */
  | { type: 'idle' };

/** So often it is looked whether the workspace is still there, too. */
const IDLE_AFTER_MS = 5_000;

/**
 * What a prediction says while it runs, then its end; one that has ended says all of it again. Goes on behind
 * `lastEventId` when that is one of its own. Ends early when `signal` aborts, and within seconds once the workspace is
 * deleted. The address's signature is the right to read it. @throws NotFound for a wrong one, before anything is told.
 */
export async function streamPrediction(
  { id, signature, lastEventId }: { id: string; signature: string; lastEventId: string | null },
  signal: AbortSignal,
): Promise<AsyncGenerator<StreamEvent>> {
  checkStreamAddress(id, signature);
  const workspaceId = await findLivingWorkspaceOf(id);
  if (!workspaceId) throw new NotFound('The requested resource could not be found.');
  const scope = authorize({ kind: 'system', reason: 'stream' }, workspaceId, 'prediction:read');
  return tell(scope, id, lastEventId, signal);
}

async function* tell(
  scope: Scope,
  id: string,
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent> {
  let offset: number | undefined;
  let news = Promise.withResolvers<void>();
  const wake = () => news.resolve();
  const stopListening = await listenToPrediction(id, wake);
  signal.addEventListener('abort', wake);
  try {
    while (!signal.aborted) {
      // What is announced after this line wakes the next wait, so nothing falls between reading and waiting.
      news = Promise.withResolvers<void>();
      const prediction = await findOutput(scope, id);
      if (!prediction) return;
      offset ??= offsetIn(lastEventId, prediction);
      for (const data of outputChunks(prediction.output, offset)) {
        offset += Array.isArray(prediction.output) ? 1 : data.length;
        // The id tells how much of the output is known once the event has been heard.
        yield { type: 'output', id: eventId(prediction, offset), data };
      }
      if (isTerminal(prediction.status)) return yield* ending(prediction, offset);
      const idle = setTimeout(wake, IDLE_AFTER_MS);
      const before = performance.now();
      await news.promise;
      clearTimeout(idle);
      if (performance.now() - before >= IDLE_AFTER_MS) yield { type: 'idle' };
    }
  } finally {
    signal.removeEventListener('abort', wake);
    stopListening();
  }
}

type Told = Pick<Prediction, 'status' | 'output' | 'error' | 'createdAt'>;

function* ending(prediction: Told, offset: number): Generator<StreamEvent> {
  const id = eventId(prediction, offset);
  const { status, error } = prediction;
  if (status === 'failed') yield { type: 'error', id, data: JSON.stringify({ detail: error }) };
  yield { type: 'done', id, data: JSON.stringify(doneData(status)) };
}

function doneData(status: Told['status']): { reason?: string } {
  if (status === 'succeeded') return {};
  return { reason: status === 'failed' ? 'error' : 'canceled' };
}

function eventId({ createdAt }: Told, offset: number): string {
  return `${createdAt.getTime()}:${offset}`;
}

/** Where an event of this prediction left off; the beginning for an id of anything else. */
function offsetIn(lastEventId: string | null, { createdAt }: Told): number {
  const [, createdAtMs, offset] = /^(\d{1,15}):(\d{1,12})$/.exec(lastEventId ?? '') ?? [];
  return Number(createdAtMs) === createdAt.getTime() ? Number(offset) : 0;
}
