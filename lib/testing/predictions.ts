import type { Scope } from '#lib/access/index.ts';
import { createPrediction, type Prediction, type PredictionRequest } from '#lib/predictions/index.ts';

/** Creates a prediction; of `lectern/sleep`, without webhooks, unless told. */
export async function newPrediction(
  scope: Scope,
  request: Partial<PredictionRequest> = {},
): Promise<Prediction> {
  return await createPrediction(scope, {
    version: 'lectern/sleep',
    input: {},
    webhook: undefined,
    webhookEventsFilter: undefined,
    ownHosts: [],
    ...request,
  });
}
