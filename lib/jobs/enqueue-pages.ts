import type { Scope } from '#lib/access/index.ts';
import type { Tx } from '#lib/platform/index.ts';
import { needsPictures } from '#lib/provider/index.ts';
import { enqueueMany } from '#lib/queue/index.ts';
import type { Submission } from './job-page-store.ts';

/**
 * Queues pages for submission as part of the caller's transaction. Where the service reads pictures, a page is
 * drawn first, and `submitDrawnPage` or `failUndrawnPage` goes on.
 */
export function enqueueSubmissions(
  tx: Tx,
  scope: Scope,
  documentId: string,
  submissions: readonly Submission[],
): Promise<void> {
  if (!needsPictures()) return enqueueSubmitTasks(tx, scope, submissions);
  const numbers = submissions.map(({ pageNumber }) => pageNumber);
  return enqueueRenderings(tx, scope, documentId, numbers);
}

/**
 * First pages go first, so a document of a thousand pages does not hold up a receipt that comes after it.
 */
export function enqueueSubmitTasks(tx: Tx, scope: Scope, submissions: readonly Submission[]): Promise<void> {
  return enqueueMany(
    tx,
    'submit-page',
    submissions.map(({ jobPageId, submissionId, pageNumber }) => ({
      payload: { workspaceId: scope.workspaceId, jobPageId, submissionId },
      priority: -pageNumber,
    })),
  );
}

export function enqueueRenderings(
  tx: Tx,
  scope: Scope,
  documentId: string,
  pageNumbers: readonly number[],
): Promise<void> {
  return enqueueMany(
    tx,
    'render-page',
    pageNumbers.map((pageNumber) => ({
      payload: { workspaceId: scope.workspaceId, documentId, pageNumber },
      priority: -pageNumber,
    })),
  );
}
