import type { Scope } from '#lib/access/index.ts';
import { inTransaction } from '#lib/platform/index.ts';
import { needsPictures } from '#lib/provider/index.ts';
import { enqueueSubmitTasks } from './enqueue-pages.ts';
import { findQueuedPage } from './job-page-store.ts';

/**
 * Hands a page on whose picture is stored now. Does nothing where the service reads the file itself, or when
 * nobody waits for the page.
 */
export async function submitDrawnPage(scope: Scope, documentId: string, pageNumber: number): Promise<void> {
  if (!needsPictures()) return;
  const page = await findQueuedPage(scope, documentId, pageNumber);
  if (!page) return;
  const { id, submissionId } = page;
  await inTransaction((tx) => enqueueSubmitTasks(tx, scope, [{ jobPageId: id, submissionId, pageNumber }]));
}
