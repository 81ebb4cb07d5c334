import type { Scope } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { needsPictures } from '#lib/provider/index.ts';
import { failPage } from './fail-page.ts';
import { findQueuedPage } from './job-page-store.ts';

/**
 * Ends a page that cannot be drawn, where the service reads nothing but its picture. Elsewhere the page merely
 * shows no picture.
 */
export async function failUndrawnPage(
  scope: Scope,
  documentId: string,
  pageNumber: number,
  error: string,
  clock: Clock = systemClock,
): Promise<void> {
  if (!needsPictures()) return;
  const page = await findQueuedPage(scope, documentId, pageNumber);
  if (page) await failPage(scope, page.submissionId, error, clock);
}
