import type { DocumentSummary, PortalDocumentWire, TrashedDocumentWire } from '#lib/contracts/index.ts';
import type { TrashedDocument } from '#lib/documents/index.ts';
import { jobFigures } from './job-to-wire.ts';

export function documentToWire(document: DocumentSummary): PortalDocumentWire {
  return {
    id: document.id,
    name: document.name,
    content_type: document.contentType,
    size: document.sizeBytes,
    state: document.state,
    problem: document.problem,
    is_locked: document.locked,
    page_count: document.pageCount,
    created_at: document.createdAt,
    created_by: document.createdBy,
    api_token: document.apiToken,
    folder_id: document.folderId,
    tags: document.tags,
    job: document.job && jobFigures(document.job),
    has_earlier_text: document.hasEarlierText,
    review: document.review,
  };
}

export function trashedToWire(document: TrashedDocument): TrashedDocumentWire {
  return {
    id: document.id,
    name: document.name,
    page_count: document.pageCount,
    size: document.size,
    trashed_at: document.trashedAt.toISOString(),
    trashed_by: document.trashedBy,
  };
}
