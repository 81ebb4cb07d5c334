import type { Scope } from '#lib/access/index.ts';
import { howManyFit, type Page, type Position, pageOf } from '#lib/platform/index.ts';
import type { Prediction } from './prediction.ts';
import { findPredictions, listEntries, type PredictionFilter } from './prediction-store.ts';

const PAGE_SIZE = 100;
/** One prediction may hold megabytes: a hundred of them at once would be more than a process has memory for. */
const MAX_PAGE_BYTES = 32 * 1_048_576;

/**
 * One page of the workspace's predictions, newest first, going on at `position` when one is given. It has at most
 * 100 of them, fewer when they are large.
 */
export async function listPredictions(
  scope: Scope,
  filter: PredictionFilter,
  position: Position | null,
): Promise<Page<Prediction>> {
  const entries = await listEntries(scope, filter, position, PAGE_SIZE + 1);
  const size = Math.min(PAGE_SIZE, howManyFit(entries, position, MAX_PAGE_BYTES));
  const page = pageOf(entries, position, size);
  const ids = page.items.map(({ id }) => id);
  const predictions = await findPredictions(scope, ids);
  return { ...page, items: ids.flatMap((id) => predictions.get(id) ?? []) };
}
