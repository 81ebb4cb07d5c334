import { callTimeLimit, clientFor } from './client.ts';
import { answerOf, isFinal } from './service-answer.ts';

/** Asks the service to stop. Safe to repeat; one that is unknown or over is fine. @throws to be tried again. */
export async function cancelPrediction(workspaceId: string, predictionId: string): Promise<void> {
  try {
    await clientFor(workspaceId).predictions.cancel(predictionId, { signal: callTimeLimit() });
  } catch (error) {
    const answer = answerOf(error);
    if (!answer || !isFinal(answer)) throw error;
  }
}
