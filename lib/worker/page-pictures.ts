import type { Scope } from '#lib/access/index.ts';
import { PICTURE_SIDE } from '#lib/contracts/index.ts';
import {
  fileToRead,
  getDocument,
  listPages,
  pictureFile,
  recordLargePicture,
  recordPageImages,
} from '#lib/documents/index.ts';
import { EngineError, type EnginePool } from '#lib/engine/index.ts';
import { failUndrawnPage, submitDrawnPage } from '#lib/jobs/index.ts';
import { logger, NotFound } from '#lib/platform/index.ts';
import type { TaskContext } from '#lib/queue/index.ts';

/** Longest side of the picture in lists; pixels. */
const THUMBNAIL_SIDE = 320;
/** Of the picture for reading closely: whatever the engine's limit of megapixels leaves. */
const LARGE_SIDE = 16_000;

/** Draws the page and its small picture. A page of an earlier job has them already. */
export async function drawPage(
  engine: EnginePool,
  scope: Scope,
  documentId: string,
  page: number,
  { signal }: TaskContext,
): Promise<void> {
  try {
    if (!(await pictureFile(scope, documentId, page))) {
      const { path: file } = await fileToRead(scope, documentId);
      const [image, thumbnail] = await Promise.all([
        engine.renderPage({ file, page, maxSide: PICTURE_SIDE }, { signal }),
        engine.renderPage({ file, page, maxSide: THUMBNAIL_SIDE }, { signal }),
      ]);
      await recordPageImages(scope, documentId, page, { image, thumbnail });
    }
    await submitDrawnPage(scope, documentId, page);
  } catch (error) {
    if (error instanceof NotFound) return;
    if (!(error instanceof EngineError) || isInterruption(error, signal)) throw error;
    logger.warn({ code: error.code, documentId, page }, 'a page could not be rendered');
    await failUndrawnPage(scope, documentId, page, error.message);
  }
}

/**
 * Draws the page for reading closely, once. Where nothing larger can be had, because the file holds no more pixels
 * or is damaged, the usual picture is noted, so that nobody asks again.
 */
export async function drawLargePicture(
  engine: EnginePool,
  scope: Scope,
  documentId: string,
  number: number,
  { signal }: TaskContext,
): Promise<void> {
  const [page] = await listPages(scope, documentId, [number]);
  if (!page?.imageSha256 || page.largeSha256) return;
  try {
    const { contentType } = await getDocument(scope, documentId);
    if (contentType.startsWith('image/') && Math.max(page.width, page.height) <= PICTURE_SIDE) {
      return await recordLargePicture(scope, documentId, number, page.imageSha256);
    }
    const { path: file } = await fileToRead(scope, documentId);
    const picture = await engine.renderPage({ file, page: number, maxSide: LARGE_SIDE }, { signal });
    await recordLargePicture(scope, documentId, number, picture);
  } catch (error) {
    if (error instanceof NotFound) return;
    if (!(error instanceof EngineError) || isInterruption(error, signal)) throw error;
    logger.warn({ code: error.code, documentId, page: number }, 'a large picture could not be drawn');
    await recordLargePicture(scope, documentId, number, page.imageSha256);
  }
}

/**
 * The process is stopping, the task took too long, or the system killed the engine's process: none of it says
 * anything about the file, so the task is run again. What ends every run is given up by its `fail-` task.
 */
export function isInterruption(error: EngineError, signal: AbortSignal): boolean {
  return signal.aborted || error.code === 'aborted' || error.code === 'crashed';
}
