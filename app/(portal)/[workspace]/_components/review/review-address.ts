import { type QueueFilter, queueQuery } from '#lib/contracts/index.ts';

/** The queue of documents to review, with this filter. */
export function queueAddress(slug: string, filter: QueueFilter): string {
  const query = queueQuery(filter);
  return query.size > 0 ? `/${slug}/review?${query}` : `/${slug}/review`;
}

/** The review of a document, from which the queue goes on with the same filter. */
export function reviewAddress(
  slug: string,
  { documentId, firstPage }: { documentId: string; firstPage: number },
  filter: QueueFilter,
): string {
  const query = queueQuery(filter);
  query.set('page', String(firstPage));
  return `/${slug}/documents/${documentId}/review?${query}`;
}
