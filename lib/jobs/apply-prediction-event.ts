import { recordReading } from '#lib/extractions/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock } from '#lib/platform/index.ts';
import type { ProviderPrediction } from '#lib/provider/index.ts';
import { countJobPage } from '#lib/usage/index.ts';
import { rememberWebhook } from './applied-webhook-store.ts';
import { advancePage, findBySubmission } from './job-page-store.ts';
import { lockJob, refreshJob } from './job-store.ts';
import { pageNewsOf } from './page-outcome.ts';

/** News of one submission, from a webhook whose signature was checked, or from asking the service. */
export type PredictionEvent = {
  submissionId: string;
  prediction: ProviderPrediction;
  /** Absent when the news is not from a webhook. */
  webhookId?: string;
};

export type AppliedOutcome =
  | 'applied'
  /** Late, repeated or of another prediction: nothing changed. */
  | 'ignored'
  /** No page has this submission any more. */
  | 'unknown';

/**
 * Applies news to a page, its extraction, its job and the open streams in one transaction. An older status never overwrites a
 * newer one, a webhook id counts once, and what a finished page says never changes. Safe to repeat.
 */
export async function applyPredictionEvent(
  { submissionId, prediction, webhookId }: PredictionEvent,
  clock: Clock = systemClock,
): Promise<AppliedOutcome> {
  const page = await findBySubmission(submissionId);
  if (!page) return 'unknown';
  const now = clock.now();
  return inTransaction(async (tx) => {
    await lockJob(tx, page.jobId);
    if (webhookId !== undefined && !(await rememberWebhook(tx, webhookId, now))) return 'ignored';
    const news = pageNewsOf(prediction);
    if (!(await advancePage(tx, submissionId, news, now))) return 'ignored';
    await refreshJob(tx, page.jobId, now);
    const { id: jobPageId, workspaceId, pageNumber } = page;
    const { documentId } = page.job;
    if (news.status === 'succeeded') await recordReading(tx, { documentId, pageNumber, jobPageId }, now);
    await announce(tx, { topic: 'document', workspaceId, documentId, page: pageNumber });
    if (news.status === 'succeeded') await countJobPage(tx, page.jobId, 'read', now);
    if (news.status === 'failed') await countJobPage(tx, page.jobId, 'failed', now);
    return 'applied';
  });
}
