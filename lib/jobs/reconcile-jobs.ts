import { authorize } from '#lib/access/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, logger, systemClock, type Tx } from '#lib/platform/index.ts';
import { fetchPrediction } from '#lib/provider/index.ts';
import { countJobPage } from '#lib/usage/index.ts';
import { applyPredictionEvent } from './apply-prediction-event.ts';
import { enqueueSubmissions } from './enqueue-pages.ts';
import {
  advancePage,
  findSilentPages,
  type PageInPlace,
  postponePage,
  renewPages,
  takeForgottenPages,
} from './job-page-store.ts';
import { lockJob, refreshJob } from './job-store.ts';

const SILENT_AFTER_MS = 45_000;
const FORGOTTEN_AFTER_MS = 5 * 60_000;
const PAGES_PER_ROUND = 200;
const MAX_ATTEMPTS = 3;

/**
 * Queues again what has waited for its submission for five minutes, asks the prediction service about pages it
 * has said nothing of for 45 seconds, and gives it anew those it knows nothing about. A page that cannot be asked
 * about is left for later and holds up no other. Stops between two pages when `signal` aborts. Safe to repeat.
 */
export async function reconcileJobs(signal: AbortSignal, clock: Clock = systemClock): Promise<void> {
  await inTransaction((tx) => queueForgotten(tx, clock.now()));
  const before = new Date(clock.now().getTime() - SILENT_AFTER_MS);
  for (const page of await findSilentPages(before, PAGES_PER_ROUND)) {
    if (signal.aborted) return;
    try {
      await askAbout(page, clock);
    } catch (error) {
      logger.warn({ err: error, submissionId: page.submissionId }, 'a silent page could not be asked about');
      await postponePage(page.submissionId, clock.now());
    }
  }
}

async function askAbout(page: PageInPlace, clock: Clock): Promise<void> {
  const { workspaceId, predictionId, submissionId } = page;
  const prediction = predictionId === null ? null : await fetchPrediction(workspaceId, predictionId);
  if (prediction) await applyPredictionEvent({ submissionId, prediction }, clock);
  else await inTransaction((tx) => submitAnew(tx, page, clock.now()));
}

/** The service knows nothing of this page's prediction (it was lost, or removed before we asked). */
async function submitAnew(tx: Tx, page: PageInPlace, now: Date): Promise<void> {
  const { workspaceId, jobId, submissionId, predictionId, pageNumber } = page;
  await lockJob(tx, jobId);
  if (page.attempt < MAX_ATTEMPTS) {
    const statuses = ['submitted', 'processing'] as const;
    await enqueueSubmissions(
      tx,
      scopeOf(workspaceId),
      page.job.documentId,
      await renewPages(tx, { jobId, statuses, submissionId }, now),
    );
  } else {
    const error = 'The prediction service lost this page several times. Retry it later.';
    const failed = { status: 'failed', predictionId, error } as const;
    if (await advancePage(tx, submissionId, failed, now)) await countJobPage(tx, jobId, 'failed', now);
  }
  await refreshJob(tx, jobId, now);
  await announce(tx, { topic: 'document', workspaceId, documentId: page.job.documentId, page: pageNumber });
}

/** Their task may have been lost with a database that was restored; a second task for a page does nothing. */
async function queueForgotten(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER_MS);
  for (const { id, workspaceId, submissionId, pageNumber, job } of await takeForgottenPages(
    tx,
    before,
    PAGES_PER_ROUND,
    now,
  )) {
    await enqueueSubmissions(tx, scopeOf(workspaceId), job.documentId, [
      { jobPageId: id, submissionId, pageNumber },
    ]);
  }
}

function scopeOf(workspaceId: string) {
  return authorize({ kind: 'system', reason: 'reconcile-jobs' }, workspaceId, 'job:write');
}
