import { authorize, type Scope } from '#lib/access/index.ts';
import { sweepAccounts } from '#lib/accounts/index.ts';
import { dropColdCopies, removeBrokenWrites } from '#lib/blobs/index.ts';
import { emptyOldTrash, fileToRead, recordUnlockedFile, removeStaleUploads } from '#lib/documents/index.ts';
import { EngineError, type EnginePool } from '#lib/engine/index.ts';
import { removeExpiredExports } from '#lib/exports/index.ts';
import { recordMissing } from '#lib/extractions/index.ts';
import {
  beginPages,
  failInspection,
  failPage,
  failUndrawnPage,
  forgetAppliedWebhooks,
  pollPage,
  reconcileJobs,
  submitPage,
} from '#lib/jobs/index.ts';
import { LimitReached, logger, NotFound, openSealed } from '#lib/platform/index.ts';
import { removeExpiredData, removeStaleInputFiles } from '#lib/predictions/index.ts';
import { cancelPrediction } from '#lib/provider/index.ts';
import { type TaskContext, type TaskName, work, workEveryMinute } from '#lib/queue/index.ts';
import { purgeDeletedDocuments, purgeWorkspaces } from '#lib/workspaces/index.ts';
import { drawLargePicture, drawPage, isInterruption } from './page-pictures.ts';

/** Submitting is waiting for short answers, so several at a time keep the service supplied. */
const SUBMISSIONS_AT_ONCE = 4;

/** Runs the portal's own tasks in this process, until `stop` aborts. */
export async function registerPortalTasks(engine: EnginePool, stop: AbortSignal): Promise<void> {
  await work('inspect-document', 2, async ({ workspaceId, documentId }, context) => {
    await inspect(engine, systemScope('inspect-document', workspaceId), documentId, context);
  });
  await work('unlock-document', 1, async ({ workspaceId, documentId, sealedPassword }, context) => {
    const scope = systemScope('unlock-document', workspaceId);
    await unlock(engine, scope, documentId, openSealed(sealedPassword), context);
  });
  await work('fail-inspection', 1, async ({ workspaceId, documentId }) => {
    const problem =
      'This file could not be opened after several tries. Upload it again, or in another format.';
    const scope = systemScope('fail-inspection', workspaceId);
    await failInspection(scope, documentId, { problem, locked: false });
  });
  await work('fail-unlocking', 1, async ({ workspaceId, documentId }) => {
    const problem = 'The file could not be opened just now. Try again.';
    await failInspection(systemScope('fail-unlocking', workspaceId), documentId, { problem, locked: true });
  });
  await work('render-page', 2, async ({ workspaceId, documentId, pageNumber }, context) => {
    await drawPage(engine, systemScope('render-page', workspaceId), documentId, pageNumber, context);
  });
  await work('fail-rendering', 1, async ({ workspaceId, documentId, pageNumber }) => {
    const error = 'The picture of this page could not be drawn after several tries. Retry the page later.';
    await failUndrawnPage(systemScope('fail-rendering', workspaceId), documentId, pageNumber, error);
  });
  await work('draw-large-picture', 1, async ({ workspaceId, documentId, pageNumber }, context) => {
    const scope = systemScope('draw-large-picture', workspaceId);
    await drawLargePicture(engine, scope, documentId, pageNumber, context);
  });
  await work('submit-page', SUBMISSIONS_AT_ONCE, async ({ workspaceId, ...submission }) => {
    await submitPage(systemScope('submit-page', workspaceId), submission);
  });
  await work('fail-page', 1, async ({ workspaceId, submissionId }) => {
    const error = 'The prediction service could not be reached. Retry the page later.';
    await failPage(systemScope('fail-page', workspaceId), submissionId, error);
  });
  await work('poll-page', SUBMISSIONS_AT_ONCE, async ({ workspaceId, ...poll }) => {
    await pollPage(systemScope('poll-page', workspaceId), poll);
  });
  await work('cancel-submission', 2, async ({ workspaceId, predictionId }) => {
    await cancelPrediction(workspaceId, predictionId);
  });
  await workEveryMinute('reconcile-jobs', ({ signal }) => reconcileJobs(AbortSignal.any([signal, stop])));
  await workEveryMinute('sweep', sweep);
  await workEveryMinute('empty-trash', ({ signal }) => emptyOldTrash(AbortSignal.any([signal, stop])));
  await workEveryMinute('purge-documents', ({ signal }) =>
    purgeDeletedDocuments(AbortSignal.any([signal, stop])),
  );
  await workEveryMinute('purge-workspaces', ({ signal }) => purgeWorkspaces(AbortSignal.any([signal, stop])));
  await workEveryMinute('sweep-data', async ({ signal }) => {
    await removeBrokenWrites();
    await dropColdCopies(AbortSignal.any([signal, stop]));
    await removeStaleInputFiles();
    await removeExpiredExports();
    await removeExpiredData(AbortSignal.any([signal, stop]));
  });
  // What ended while no worker ran need not wait for the next minute.
  void reconcileJobs(stop).catch((error: unknown) =>
    logger.warn({ err: error }, 'first reconciliation failed'),
  );
  // Pages that an earlier release read.
  void recordMissing({ stop }).catch((error: unknown) =>
    logger.warn({ err: error }, 'older readings could not all be recorded'),
  );
}

/** The file may be hostile: only an engine child opens it. */
function inspect(
  engine: EnginePool,
  scope: Scope,
  documentId: string,
  { signal }: TaskContext,
): Promise<void> {
  return orFailInspection(scope, documentId, signal, async () => {
    const { path } = await fileToRead(scope, documentId);
    const { pages } = await engine.inspect(path, { signal });
    await beginPages(scope, documentId, pages);
  });
}

/** From here on the document is read from a copy without encryption. */
function unlock(
  engine: EnginePool,
  scope: Scope,
  documentId: string,
  password: string,
  context: TaskContext,
): Promise<void> {
  const { signal } = context;
  return orFailInspection(scope, documentId, signal, async () => {
    const { path: file } = await fileToRead(scope, documentId);
    await recordUnlockedFile(scope, documentId, await engine.unlock({ file, password }, { signal }));
    await inspect(engine, scope, documentId, context);
  });
}

/** What is wrong with the file becomes its problem. A document that was deleted meanwhile is left alone. */
async function orFailInspection(
  scope: Scope,
  documentId: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof NotFound) return;
    const isTooLarge = error instanceof LimitReached;
    if (!isTooLarge && (!(error instanceof EngineError) || isInterruption(error, signal))) throw error;
    const locked = !isTooLarge && (error.code === 'encrypted' || error.code === 'wrong_password');
    await failInspection(scope, documentId, { problem: error.message, locked });
  }
}

async function sweep(): Promise<void> {
  await sweepAccounts();
  await removeStaleUploads();
  await forgetAppliedWebhooks();
}

function systemScope(reason: TaskName, workspaceId: string): Scope {
  return authorize({ kind: 'system', reason }, workspaceId, 'job:write');
}
