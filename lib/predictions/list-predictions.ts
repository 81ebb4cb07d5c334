import type { Scope } from '#lib/access/index.ts';
import { type Page, type Position, pageOf } from './page.ts';
import type { Prediction } from './prediction.ts';
import { listRows, type PredictionFilter } from './prediction-store.ts';

const PAGE_SIZE = 100;

/** One page of the workspace's predictions, newest first, going on at `position` when one is given. */
export async function listPredictions(
  scope: Scope,
  filter: PredictionFilter,
  position: Position | null,
): Promise<Page<Prediction>> {
  return pageOf(await listRows(scope, filter, position, PAGE_SIZE + 1), position, PAGE_SIZE);
}
