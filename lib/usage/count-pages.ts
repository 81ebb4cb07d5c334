import type { Tx } from '#lib/platform/index.ts';
import { addForJob, addForPrediction } from './usage-store.ts';

/**
 * Counts a page of a job that has just ended, for the person or the token that began the job. Called in the
 * transaction that ends the page and only when that changed it, so that each try counts once, whoever tells of it again.
 */
export function countJobPage(tx: Tx, jobId: string, outcome: 'read' | 'failed', now: Date): Promise<void> {
  return addForJob(tx, jobId, { now, ...(outcome === 'read' ? { pages: 1 } : { failedPages: 1 }) });
}

/**
 * Counts what a prediction has read for the token that made it: in the transaction that ends it, or when its run stops
 * because somebody ended it. Predictions of the portal's own key count with the jobs they are made for.
 */
export function countPrediction(
  tx: Tx,
  predictionId: string,
  counts: { pages?: number; failedPages?: number },
  now: Date,
): Promise<void> {
  return addForPrediction(tx, predictionId, { now, ...counts });
}
