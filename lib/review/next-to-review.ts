import type { Scope } from '#lib/access/index.ts';
import type { QueueFilter } from '#lib/contracts/index.ts';
import { findNext } from './queue-store.ts';

/**
 * Where the review goes on after this document: at what follows it in the queue, from the beginning again at the end.
 * To be asked before a decision takes the document out of the queue. Null when there is no other.
 */
export function nextToReview(
  scope: Scope,
  filter: QueueFilter,
  documentId: string,
): Promise<{ documentId: string; firstPage: number } | null> {
  return findNext(scope, filter, documentId);
}
