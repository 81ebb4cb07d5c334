import type { Scope } from '#lib/access/index.ts';
import type { Json } from '#lib/contracts/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import type { Prediction } from './prediction.ts';
import { setEnded } from './prediction-life-store.ts';
import { tell } from './tell.ts';

export type Ending = (
  | { status: 'succeeded'; output: Json }
  | { status: 'failed'; error: string }
  | { status: 'canceled' | 'aborted' }
) & {
  logs?: string;
};

/**
 * Ends a prediction: result, webhook and announcement are written together.
 * @returns the ended prediction, or null when it had ended before: the first end stands.
 */
export async function endPrediction(scope: Scope, id: string, ending: Ending): Promise<Prediction | null> {
  return await inTransaction(async (tx) => {
    const ended = await setEnded(tx, scope, id, { ...ending, completedAt: new Date() });
    if (!ended) return null;
    await tell(tx, ended, ending.status === 'succeeded' ? ['output', 'completed'] : ['completed']);
    return ended;
  });
}
