import type { SearchFilters } from '#lib/contracts/index.ts';

/** The address of a search, which says all about it. */
export function searchAddress(slug: string, query: string, filters: SearchFilters = {}): string {
  const values = new URLSearchParams();
  if (query.trim()) values.set('q', query.trim());
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined) values.set(name, String(value));
  return `/${slug}/search${values.size > 0 ? `?${values}` : ''}`;
}

/** The query with its last word replaced by a whole one. */
export function withLastWord(query: string, word: string): string {
  return `${query.replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*$/u, '')}${word} `;
}
