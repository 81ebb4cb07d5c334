import type { Scope } from '#lib/access/index.ts';
import { getPrediction } from './get-prediction.ts';
import { listenToPrediction } from './listen-to-prediction.ts';
import { isTerminal, type Prediction } from './prediction.ts';
import { findStatus } from './prediction-store.ts';

/**
 * The prediction as soon as it has ended; null when it has not after `timeoutMs`, or when `signal` aborts. Waiting
 * asks the database nothing, nor does the end of the wait: its announcements wake those whose prediction has ended.
 * @throws NotFound
 */
export async function waitForPrediction(
  scope: Scope,
  id: string,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Prediction | null> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.floor(timeoutMs)))]);
  let news = Promise.withResolvers<void>();
  const stopListening = await listenToPrediction(id, (what) => what !== 'changed' && news.resolve());
  over.addEventListener('abort', () => news.resolve());
  try {
    while (!over.aborted) {
      // What is announced after this line wakes the next wait, so nothing falls between reading and waiting.
      news = Promise.withResolvers<void>();
      const status = await findStatus(scope, id);
      if (status === null || isTerminal(status)) return await getPrediction(scope, id);
      if (!over.aborted) await news.promise;
    }
    return null;
  } finally {
    stopListening();
  }
}
