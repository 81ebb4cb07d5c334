import type { Scope } from '#lib/access/index.ts';
import type { Json } from '#lib/contracts/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { countPrediction } from '#lib/usage/index.ts';
import type { Prediction } from './prediction.ts';
import { setEnded } from './prediction-life-store.ts';
import { recordForCaller } from './record-for-caller.ts';
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
  const completedAt = new Date();
  return await inTransaction(async (tx) => {
    const ended = await setEnded(tx, scope, id, { ...ending, completedAt });
    if (!ended) return null;
    // A caller ends a prediction in no other way.
    const target = { kind: 'prediction', id, name: ended.model };
    await recordForCaller(tx, scope, { act: 'prediction.canceled', target });
    await tell(tx, ended, ending.status === 'succeeded' ? ['output', 'completed'] : ['completed']);
    const counts = countsOf(ending);
    if (counts) await countPrediction(tx, id, counts, completedAt);
    return ended;
  });
}

/** The text of a document has form feeds between its pages; other outputs are about one page. */
function countsOf(ending: Ending): { pages: number } | { failedPages: number } | null {
  if (ending.status === 'failed') return { failedPages: 1 };
  if (ending.status !== 'succeeded') return null;
  return { pages: typeof ending.output === 'string' ? ending.output.split('\f').length : 1 };
}
