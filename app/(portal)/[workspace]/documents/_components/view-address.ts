import { type DocumentFilters, documentFilterQuery } from '#lib/contracts/index.ts';

/** The address of a view of the documents, which says all about it. */
export function viewAddress(slug: string, filters: DocumentFilters = {}): string {
  const query = documentFilterQuery(filters);
  return `/${slug}/documents${query.size > 0 ? `?${query}` : ''}`;
}
