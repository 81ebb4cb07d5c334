import type { ExportSummary, PortalExportWire } from '#lib/contracts/index.ts';

export function exportToWire(summary: ExportSummary): PortalExportWire {
  return {
    id: summary.id,
    name: summary.name,
    format: summary.format,
    state: summary.state,
    document_count: summary.documentCount,
    page_count: summary.pageCount,
    done: summary.done,
    total: summary.total,
    size: summary.size,
    problem: summary.problem,
    created_by: summary.createdBy,
    created_at: summary.createdAt,
    expires_at: summary.expiresAt,
  };
}
