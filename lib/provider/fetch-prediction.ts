import { callTimeLimit, clientFor } from './client.ts';
import { type ProviderPrediction, parsePrediction } from './prediction.ts';
import { answerOf } from './service-answer.ts';

/**
 * The prediction as the service knows it now; null when it knows none, or has forgotten what it read.
 * @throws when the service cannot be asked.
 */
export async function fetchPrediction(
  workspaceId: string,
  predictionId: string,
): Promise<ProviderPrediction | null> {
  try {
    const signal = callTimeLimit();
    const prediction = await clientFor(workspaceId).predictions.get(predictionId, { signal });
    const parsed = parsePrediction(prediction);
    if (!parsed) throw new Error('The prediction service answered in an unknown form.');
    return parsed.isForgotten ? null : parsed;
  } catch (error) {
    if (answerOf(error)?.status === 404) return null;
    throw error;
  }
}
