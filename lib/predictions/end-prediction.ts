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
  /** Of a document, as its model told them; other outputs are about one page. */
  pagesRead?: number;
};

/**
 * Ends a prediction: result, webhook and announcement are written together.
 * @returns the ended prediction, or null when it had ended before: the first end stands.
 */
export async function endPrediction(scope: Scope, id: string, ending: Ending): Promise<Prediction | null> {
  const completedAt = new Date();
  const { pagesRead: _, ...stored } = ending;
  return await inTransaction(async (tx) => {
    const ended = await setEnded(tx, scope, id, { ...stored, completedAt });
    if (!ended) return null;
    // A caller ends a prediction in no other way.
    const target = { kind: 'prediction', id, name: ended.model };
    await recordForCaller(tx, scope, { act: 'prediction.canceled', target });
    await tell(tx, ended, ending.status === 'succeeded' ? ['output', 'completed'] : ['completed']);
    await countPrediction(tx, id, countsOf(ending), completedAt);
    return ended;
  });
}

function countsOf({ status, pagesRead = 0 }: Ending): { pages: number; failedPages: number } {
  return {
    pages: status === 'succeeded' ? Math.max(1, pagesRead) : pagesRead,
    failedPages: status === 'failed' ? 1 : 0,
  };
}
