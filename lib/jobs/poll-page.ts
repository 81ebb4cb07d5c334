import type { Scope } from '#lib/access/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import { fetchPrediction } from '#lib/provider/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { applyPredictionEvent } from './apply-prediction-event.ts';
import { findBySubmission } from './job-page-store.ts';

/** A page takes seconds, and every page is asked about by itself. */
export const POLL_SECONDS = 3;

/**
 * The task `poll-page`, where the prediction service cannot send webhooks: asks about one page, and again until it has
 * ended. A prediction that the service does not know is left to reconciliation. Safe to repeat.
 * @throws when the service cannot be asked: worth another try, later and later.
 */
export async function pollPage(
  scope: Scope,
  submissionId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const page = await findBySubmission(submissionId);
  const isAwaited = page?.status === 'submitted' || page?.status === 'processing';
  if (!isAwaited || page.workspaceId !== scope.workspaceId || page.predictionId === null) return;
  const prediction = await fetchPrediction(page.workspaceId, page.predictionId);
  if (!prediction) return;
  await applyPredictionEvent({ submissionId, prediction }, clock);
  const after = await findBySubmission(submissionId);
  if (after?.status !== 'submitted' && after?.status !== 'processing') return;
  const { workspaceId } = scope;
  await inTransaction((tx) =>
    enqueue(tx, 'poll-page', { workspaceId, submissionId }, { delaySeconds: POLL_SECONDS }),
  );
}
