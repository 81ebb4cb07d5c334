import { endPrediction } from './end-prediction.ts';
import { taskScope } from './task-scope.ts';

/**
 * The task `end-overdue-prediction`, run when the caller's deadline has come: what waits is aborted, what runs is
 * canceled (contract 6.7), and what has ended stays. Safe to repeat.
 */
export async function endOverduePrediction(predictionId: string): Promise<void> {
  const scope = await taskScope(predictionId, 'end-overdue-prediction');
  if (!scope) return;
  const aborted = await endPrediction(scope, predictionId, { status: 'aborted' });
  if (!aborted) await endPrediction(scope, predictionId, { status: 'canceled' });
}
