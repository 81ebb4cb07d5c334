import type { Scope } from '#lib/access/index.ts';
import { endPrediction } from './end-prediction.ts';
import { getPrediction } from './get-prediction.ts';
import { isTerminal, type Prediction } from './prediction.ts';

/**
 * Cancels a prediction; its worker learns of it at once and a late result is thrown away. One that has ended
 * stays as it is. @throws NotFound
 */
export async function cancelPrediction(scope: Scope, id: string): Promise<Prediction> {
  const prediction = await getPrediction(scope, id);
  if (isTerminal(prediction.status)) return prediction;
  return (await endPrediction(scope, id, { status: 'canceled' })) ?? (await getPrediction(scope, id));
}
