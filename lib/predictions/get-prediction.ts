import type { Scope } from '#lib/access/index.ts';
import { NotFound } from '#lib/platform/index.ts';
import type { Prediction } from './prediction.ts';
import { findPrediction } from './prediction-store.ts';

/** @throws NotFound when the workspace has no such prediction. */
export async function getPrediction(scope: Scope, id: string): Promise<Prediction> {
  const prediction = await findPrediction(scope, id);
  if (!prediction) throw new NotFound('The requested resource could not be found.');
  return prediction;
}
