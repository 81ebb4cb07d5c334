import type { Scope } from '#lib/access/index.ts';
import { fileToRead, pictureFile } from '#lib/documents/index.ts';
import { announce } from '#lib/live/index.ts';
import { type Clock, inTransaction, systemClock, type Tx } from '#lib/platform/index.ts';
import { callsBack, submitPrediction } from '#lib/provider/index.ts';
import { enqueue } from '#lib/queue/index.ts';
import { enqueueRenderings } from './enqueue-pages.ts';
import { failPage } from './fail-page.ts';
import { advancePage, belongsToTry, findBySubmission, type PageInPlace } from './job-page-store.ts';
import { lockJob, refreshJob } from './job-store.ts';
import { enqueuePoll } from './poll-page.ts';

/**
 * Hands one page to the prediction service. Does nothing when this try is over or was handed over already. A
 * run that is killed between the service's answer and our note of it makes a second prediction when repeated;
 * the first of the two to be heard of counts. Without a picture where one is needed, the page is drawn first.
 * @throws when the service cannot be reached: worth another try.
 */
export async function submitPage(
  scope: Scope,
  submission: { jobPageId: string; submissionId: string },
  clock: Clock = systemClock,
): Promise<void> {
  const { submissionId } = submission;
  const page = await findBySubmission(submissionId);
  if (!page || page.workspaceId !== scope.workspaceId || page.status !== 'queued') return;
  const { documentId, languages } = page.job;
  const [file, picture] = await Promise.all([
    fileToRead(scope, documentId),
    pictureFile(scope, documentId, page.pageNumber),
  ]);
  const result = await submitPrediction({
    workspaceId: scope.workspaceId,
    submissionId,
    document: { documentId, ...file },
    page: page.pageNumber,
    languages,
    picturePath: picture?.path ?? null,
  });
  if (result.outcome === 'refused') return failPage(scope, submissionId, result.reason, clock);
  await inTransaction((tx) =>
    result.outcome === 'accepted'
      ? noteAccepted(tx, scope, page, result.predictionId, clock.now())
      : enqueueRenderings(tx, scope, documentId, [page.pageNumber]),
  );
}

async function noteAccepted(
  tx: Tx,
  scope: Scope,
  page: PageInPlace,
  predictionId: string,
  now: Date,
): Promise<void> {
  const { workspaceId, submissionId, pageNumber, jobId } = page;
  await lockJob(tx, jobId);
  if (await advancePage(tx, submissionId, { status: 'submitted', predictionId }, now)) {
    await refreshJob(tx, jobId, now);
    if (!callsBack()) await enqueuePoll(tx, scope, { submissionId, round: 1 });
    await announce(tx, { topic: 'document', workspaceId, documentId: page.job.documentId, page: pageNumber });
  }
  // Somebody may have canceled the page, or begun another try, while the service was being asked.
  if (!(await belongsToTry(tx, submissionId, predictionId))) {
    await enqueue(tx, 'cancel-submission', { workspaceId, predictionId });
  }
}
