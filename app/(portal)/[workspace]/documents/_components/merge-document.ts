import type { DocumentSummary } from '#lib/contracts/index.ts';

/**
 * Puts news of one document into a list that is ordered newest first: replaces it, or adds it when it is new.
 * A document older than everything shown belongs to a part that is not loaded, unless the list `isComplete`.
 */
export function mergeDocument(
  list: readonly DocumentSummary[],
  news: DocumentSummary,
  isComplete: boolean,
): DocumentSummary[] {
  if (list.some(({ id }) => id === news.id))
    return list.map((shown) => (shown.id === news.id ? news : shown));
  const place = list.findIndex((shown) => shown.createdAt <= news.createdAt);
  if (place === -1) return isComplete ? [...list, news] : [...list];
  return list.toSpliced(place, 0, news);
}
