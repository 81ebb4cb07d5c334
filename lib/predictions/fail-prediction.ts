import { endPrediction } from './end-prediction.ts';
import { taskScope } from './task-scope.ts';

/** The task `fail-prediction`: ends a prediction that no worker could finish. Safe to repeat. */
export async function failPrediction(predictionId: string): Promise<void> {
  const scope = await taskScope(predictionId, 'fail-prediction');
  if (!scope) return;
  await endPrediction(scope, predictionId, {
    status: 'failed',
    error: 'The prediction was given up after several runs broke off. Try it again later.',
  });
}
