import type { Scope } from '#lib/access/index.ts';
import { type Clock, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { fetchPrediction } from '#lib/provider/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { applyPredictionEvent } from './apply-prediction-event.ts';
import { findBySubmission } from './job-page-store.ts';

/** A page takes seconds, and every page is asked about by itself. */
const POLL_SECONDS = 3;

/** One time to ask about a submission. */
export type Poll = {
  submissionId: string;
  /** 1 for the first. */
  round: number;
};

/**
 * The task `poll-page`, where the prediction service cannot send webhooks: asks about one page, and again until it has
 * ended. A prediction that the service does not know is left to reconciliation. Safe to repeat.
 * @throws when the service cannot be asked: worth another try, later and later.
 */
export async function pollPage(
  scope: Scope,
  { submissionId, round }: Poll,
  clock: Clock = systemClock,
): Promise<void> {
  const page = await findAwaited(scope, submissionId);
  if (!page || page.predictionId === null) return;
  const prediction = await fetchPrediction(page.workspaceId, page.predictionId);
  if (!prediction) return;
  await applyPredictionEvent({ submissionId, prediction }, clock);
  if (!(await findAwaited(scope, submissionId))) return;
  await inTransaction((tx) => enqueuePoll(tx, scope, { submissionId, round: round + 1 }));
}

/** Each round exists once: a run that is repeated after it has planned the next round must not begin a second chain. */
export function enqueuePoll(tx: Tx, { workspaceId }: Scope, poll: Poll): Promise<void> {
  const onceAs = `${poll.submissionId} ${poll.round}`;
  return enqueue(tx, 'poll-page', { workspaceId, ...poll }, { delaySeconds: POLL_SECONDS, onceAs });
}

/** The page, while the service has it and has not finished. */
async function findAwaited({ workspaceId }: Scope, submissionId: string) {
  const page = await findBySubmission(submissionId);
  const isAwaited = page?.status === 'submitted' || page?.status === 'processing';
  return isAwaited && page.workspaceId === workspaceId ? page : null;
}
