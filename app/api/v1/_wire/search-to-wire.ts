import type { PortalHitWire, PortalSearchWire } from '#lib/contracts/index.ts';
import type { FoundPages, PageHit } from '#lib/search/index.ts';

export function searchToWire({ hits, next, isCountComplete, ...found }: FoundPages): PortalSearchWire {
  return { results: hits.map(hitToWire), next_cursor: next, is_count_complete: isCountComplete, ...found };
}

function hitToWire(hit: PageHit): PortalHitWire {
  return {
    document_id: hit.documentId,
    document_name: hit.documentName,
    page: hit.pageNumber,
    page_count: hit.pageCount,
    state: hit.state,
    confidence: hit.confidence,
    created_at: hit.createdAt,
    snippet: hit.snippet,
  };
}
