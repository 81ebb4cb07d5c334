import type { Scope } from '#lib/access/index.ts';
import { endPrediction } from './end-prediction.ts';
import { getPrediction } from './get-prediction.ts';
import type { Prediction } from './prediction.ts';
import { findStatus } from './prediction-store.ts';

/**
 * Cancels a prediction; its worker learns of it at once and a late result is thrown away. One that has ended
 * stays as it is. @throws NotFound
 */
export async function cancelPrediction(scope: Scope, id: string): Promise<Prediction> {
  const isThere = (await findStatus(scope, id)) !== null;
  const ended = isThere ? await endPrediction(scope, id, { status: 'canceled' }) : null;
  return ended ?? (await getPrediction(scope, id));
}
