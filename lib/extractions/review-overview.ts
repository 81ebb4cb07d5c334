import type { Scope } from '#lib/access/index.ts';
import type { ReviewState } from '#lib/contracts/index.ts';
import { getDocument } from '#lib/documents/index.ts';
import { findOverview } from './extraction-store.ts';
import { recordMissing } from './record-missing.ts';

/** How far the review of a page is. */
export type PageReview = {
  pageNumber: number;
  state: ReviewState;
  /** Words of low confidence that nobody has confirmed or corrected. */
  doubtfulCount: number;
  wordCount: number;
  /** Mean of what the machine said of its words, 0 to 1; null when the service gives text alone. */
  confidence: number | null;
  revision: number;
};

/** All pages that were read, in order. @throws NotFound */
export async function reviewOverview(scope: Scope, documentId: string): Promise<PageReview[]> {
  const { pageCount } = await getDocument(scope, documentId);
  const found = await findOverview(scope, documentId);
  if (found.length === (pageCount ?? 0)) return found;
  await recordMissing({ documentId });
  return findOverview(scope, documentId);
}
