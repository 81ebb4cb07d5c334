import type { Scope } from '#lib/access/index.ts';
import { getPrediction } from './get-prediction.ts';
import { listenToPrediction } from './listen-to-prediction.ts';
import { isTerminal, type Prediction } from './prediction.ts';
import { findStatus } from './prediction-store.ts';

/**
 * The prediction as soon as it has ended, or as it is after `timeoutMs` or when `signal` aborts. Waiting costs no
 * queries: the database's announcements wake it. @throws NotFound
 */
export async function waitForPrediction(
  scope: Scope,
  id: string,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Prediction> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.floor(timeoutMs)))]);
  let news = Promise.withResolvers<void>();
  const stopListening = await listenToPrediction(id, () => news.resolve());
  over.addEventListener('abort', () => news.resolve());
  try {
    for (;;) {
      // What is announced after this line wakes the next wait, so nothing falls between reading and waiting.
      news = Promise.withResolvers<void>();
      const status = await findStatus(scope, id);
      if (status === null || isTerminal(status) || over.aborted) return await getPrediction(scope, id);
      await news.promise;
    }
  } finally {
    stopListening();
  }
}
