import type { Scope } from '#lib/access/index.ts';
import type { ReviewState } from '#lib/contracts/index.ts';
import { findReviewStates } from './review-states-store.ts';

/**
 * How far the review of whole documents is: approved or new when all of their pages are, rejected when one is, else in
 * review. Those of which nothing was read are left out.
 */
export function reviewStates(
  scope: Scope,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, ReviewState>> {
  return findReviewStates(scope, documentIds);
}
