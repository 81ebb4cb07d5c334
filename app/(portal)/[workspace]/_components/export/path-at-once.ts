import type { ExportFormat } from '#lib/contracts/index.ts';
import type { ExportScope } from './export-scope.ts';

/** As many pages as the server writes within a request (lib/exports). */
const MAX_PAGES = 100;

/** The path that answers with the file at once; null for what a worker has to write. */
export function pathAtOnce(scope: ExportScope, format: ExportFormat): string | null {
  if (format === 'pdf') return null;
  if ('page' in scope)
    return `/api/documents/${scope.documentId}/export?format=${format}&pages=${scope.page}`;
  const [documentId, ...others] = scope.documentIds;
  const { pageCount = null } = scope;
  if (documentId === undefined || others.length > 0 || pageCount === null || pageCount > MAX_PAGES)
    return null;
  return format === 'page' && pageCount > 1 ? null : `/api/documents/${documentId}/export?format=${format}`;
}
