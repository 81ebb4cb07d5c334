import type { EnginePool } from '#lib/engine/index.ts';
import { endOverduePrediction, failPrediction, runPrediction } from '#lib/predictions/index.ts';
import { work } from '#lib/queue/index.ts';
import { deliverWebhook, failDelivery } from '#lib/webhooks/index.ts';
import { modelEngine } from './model-engine.ts';

/** Waiting for an answer costs next to nothing. */
const DELIVERIES_AT_ONCE = 100;
/** So it takes twenty receivers that do not answer to hold up the others. */
const DELIVERIES_AT_ONCE_PER_RECEIVER = 5;

/** Runs the prediction service's tasks in this process, until `stop` aborts: then runs break off, to be run again. */
export async function registerPredictionTasks(pool: EnginePool, stop: AbortSignal): Promise<void> {
  const engine = modelEngine(pool);
  // One more than the engine can read, so that it never waits for the next page to be claimed.
  await work('run-prediction', pool.size + 1, async ({ predictionId }, { signal }) => {
    await runPrediction(predictionId, { engine, signal: AbortSignal.any([signal, stop]) });
  });
  await work('fail-prediction', 1, ({ predictionId }) => failPrediction(predictionId));
  await work('end-overdue-prediction', 1, ({ predictionId }) => endOverduePrediction(predictionId));
  await work('deliver-webhook', DELIVERIES_AT_ONCE, (delivery) => deliverWebhook(delivery), {
    perGroup: DELIVERIES_AT_ONCE_PER_RECEIVER,
  });
  await work('fail-delivery', 1, (delivery) => failDelivery(delivery));
}
