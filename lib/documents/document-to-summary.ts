import type { DocumentSummary } from '#lib/contracts/index.ts';
import type { Document } from './document.ts';
import { pageUrls } from './page-urls.ts';

/** The document as the portal's pages see it, with what others know of it. */
export function documentToSummary(
  document: Document,
  known: Pick<DocumentSummary, 'job' | 'hasEarlierText' | 'review'>,
): DocumentSummary {
  const { id, name, contentType, state, problem, locked, pageCount, folderId, tags } = document;
  const firstPage = { number: 1, imageSha256: null, thumbnailSha256: document.thumbnailSha256 };
  return {
    id,
    name,
    contentType,
    sizeBytes: document.size,
    state,
    problem,
    locked,
    pageCount,
    createdAt: document.createdAt.toISOString(),
    createdBy: document.createdBy,
    apiToken: document.apiToken,
    thumbnailUrl: pageUrls(id, firstPage).thumbnailUrl,
    folderId,
    tags,
    ...known,
  };
}
