import type {
  Extraction,
  PageProgress,
  PortalExtractionWire,
  PortalPageWire,
  PortalRevisionWire,
  RevisionSummary,
} from '#lib/contracts/index.ts';
import type { PageReview } from '#lib/extractions/index.ts';

export function pageToWire(page: PageProgress, review: PageReview | undefined): PortalPageWire {
  return {
    number: page.number,
    status: page.status,
    attempt: page.attempt,
    percent: page.percent,
    error: page.error,
    changed_at: page.changedAt,
    width: page.width,
    height: page.height,
    has_picture: page.imageUrl !== null,
    review: review
      ? {
          state: review.state,
          revision: review.revision,
          word_count: review.wordCount,
          doubtful_count: review.doubtfulCount,
          confidence: review.confidence,
        }
      : null,
  };
}

export function extractionToWire(extraction: Extraction): PortalExtractionWire {
  return {
    document_id: extraction.documentId,
    page: extraction.pageNumber,
    size: extraction.size,
    turned: extraction.turned,
    revision: extraction.revision,
    lines: extraction.lines,
    state: extraction.state,
    reviewed_by: extraction.reviewedBy,
    reviewed_at: extraction.reviewedAt,
    has_newer_reading: extraction.hasNewerReading,
  };
}

export function revisionToWire({ createdAt, apiToken, ...revision }: RevisionSummary): PortalRevisionWire {
  return { ...revision, api_token: apiToken, created_at: createdAt };
}
