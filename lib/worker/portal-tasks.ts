import { authorize, type Scope } from '#lib/access/index.ts';
import { sweepAccounts } from '#lib/accounts/index.ts';
import { removeBrokenWrites } from '#lib/blobs/index.ts';
import {
  fileToRead,
  pictureFile,
  recordPageImages,
  recordUnlockedFile,
  removeStaleUploads,
} from '#lib/documents/index.ts';
import { EngineError, type EnginePool } from '#lib/engine/index.ts';
import {
  beginPages,
  failInspection,
  failPage,
  failUndrawnPage,
  forgetAppliedWebhooks,
  pollPage,
  reconcileJobs,
  submitDrawnPage,
  submitPage,
} from '#lib/jobs/index.ts';
import { config, LimitReached, logger, NotFound, unseal } from '#lib/platform/index.ts';
import { removeExpiredData, removeStaleInputFiles } from '#lib/predictions/index.ts';
import { cancelPrediction } from '#lib/provider/index.ts';
import { type TaskContext, type TaskName, work, workEveryMinute } from '#lib/queue/index.ts';

/** Longest side of the picture people read beside the text, and of the one in lists; pixels. */
const IMAGE_SIDE = 2_000;
const THUMBNAIL_SIDE = 320;
/** Submitting is waiting for short answers, so several at a time keep the service supplied. */
const SUBMISSIONS_AT_ONCE = 4;

/** Runs the portal's own tasks in this process, until `stop` aborts. */
export async function registerPortalTasks(engine: EnginePool, stop: AbortSignal): Promise<void> {
  await work('inspect-document', 2, async ({ workspaceId, documentId }, context) => {
    await inspect(engine, systemScope('inspect-document', workspaceId), documentId, context);
  });
  await work('unlock-document', 1, async ({ workspaceId, documentId, sealedPassword }, context) => {
    const scope = systemScope('unlock-document', workspaceId);
    await unlock(engine, scope, documentId, unseal(config().secret, sealedPassword), context);
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
    await render(engine, systemScope('render-page', workspaceId), documentId, pageNumber, context);
  });
  await work('fail-rendering', 1, async ({ workspaceId, documentId, pageNumber }) => {
    const error = 'The picture of this page could not be drawn after several tries. Retry the page later.';
    await failUndrawnPage(systemScope('fail-rendering', workspaceId), documentId, pageNumber, error);
  });
  await work('submit-page', SUBMISSIONS_AT_ONCE, async ({ workspaceId, ...submission }) => {
    await submitPage(systemScope('submit-page', workspaceId), submission);
  });
  await work('fail-page', 1, async ({ workspaceId, submissionId }) => {
    const error = 'The prediction service could not be reached. Retry the page later.';
    await failPage(systemScope('fail-page', workspaceId), submissionId, error);
  });
  await work('poll-page', SUBMISSIONS_AT_ONCE, async ({ workspaceId, submissionId }) => {
    await pollPage(systemScope('poll-page', workspaceId), submissionId);
  });
  await work('cancel-submission', 2, async ({ workspaceId, predictionId }) => {
    await cancelPrediction(workspaceId, predictionId);
  });
  await workEveryMinute('reconcile-jobs', ({ signal }) => reconcileJobs(AbortSignal.any([signal, stop])));
  await workEveryMinute('sweep', sweep);
  await workEveryMinute('sweep-data', async ({ signal }) => {
    await removeBrokenWrites();
    await removeStaleInputFiles();
    await removeExpiredData(AbortSignal.any([signal, stop]));
  });
  // What ended while no worker ran need not wait for the next minute.
  void reconcileJobs(stop).catch((error: unknown) =>
    logger.warn({ err: error }, 'first reconciliation failed'),
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

/** A page of an earlier job has its picture already. */
async function render(
  engine: EnginePool,
  scope: Scope,
  documentId: string,
  page: number,
  { signal }: TaskContext,
): Promise<void> {
  try {
    if (!(await pictureFile(scope, documentId, page))) await draw(engine, scope, documentId, page, signal);
    await submitDrawnPage(scope, documentId, page);
  } catch (error) {
    if (error instanceof NotFound) return;
    if (!(error instanceof EngineError) || isInterruption(error, signal)) throw error;
    logger.warn({ code: error.code, documentId, page }, 'a page could not be rendered');
    await failUndrawnPage(scope, documentId, page, error.message);
  }
}

async function draw(
  engine: EnginePool,
  scope: Scope,
  documentId: string,
  page: number,
  signal: AbortSignal,
): Promise<void> {
  const { path: file } = await fileToRead(scope, documentId);
  const [image, thumbnail] = await Promise.all([
    engine.renderPage({ file, page, maxSide: IMAGE_SIDE }, { signal }),
    engine.renderPage({ file, page, maxSide: THUMBNAIL_SIDE }, { signal }),
  ]);
  await recordPageImages(scope, documentId, page, { image, thumbnail });
}

/**
 * The process is stopping, the task took too long, or the system killed the engine's process: none of it says
 * anything about the file, so the task is run again. What ends every run is given up by its `fail-` task.
 */
function isInterruption(error: EngineError, signal: AbortSignal): boolean {
  return signal.aborted || error.code === 'aborted' || error.code === 'crashed';
}

async function sweep(): Promise<void> {
  await sweepAccounts();
  await removeStaleUploads();
  await forgetAppliedWebhooks();
}

function systemScope(reason: TaskName, workspaceId: string): Scope {
  return authorize({ kind: 'system', reason }, workspaceId, 'job:write');
}
