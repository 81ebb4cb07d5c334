import type { Comment, PortalCommentWire, QueueEntry, QueueEntryWire } from '#lib/contracts/index.ts';

export function queueEntryToWire(entry: QueueEntry): QueueEntryWire {
  return {
    document_id: entry.documentId,
    name: entry.name,
    page_count: entry.pageCount,
    assignee: entry.assignee,
    pages: entry.pages,
    first_page: entry.firstPage,
    doubtful_count: entry.doubtfulCount,
    lowest_confidence: entry.lowestConfidence,
    read_at: entry.readAt,
  };
}

export function commentToWire(comment: Comment): PortalCommentWire {
  return {
    id: comment.id,
    page: comment.pageNumber,
    line: comment.lineId,
    author: comment.author,
    api_token: comment.apiToken,
    body: comment.body,
    created_at: comment.createdAt,
    resolved_at: comment.resolvedAt,
    resolved_by: comment.resolvedBy,
    mentions: comment.mentions,
  };
}
