import type { Extraction } from '#lib/contracts/index.ts';
import { linesOf, type MachineReading, type PageExtraction } from './extraction.ts';

/** The wire shape of what a page says now. */
export function toExtraction(page: PageExtraction, machine: MachineReading): Extraction {
  const { documentId, pageNumber, revision, state, reviewedBy } = page;
  const { reading } = machine;
  return {
    documentId,
    pageNumber,
    size: reading && { width: reading.width, height: reading.height },
    turned: reading?.turned ?? 0,
    revision,
    lines: linesOf(page, machine),
    state,
    reviewedBy,
    reviewedAt: page.reviewedAt?.toISOString() ?? null,
    hasNewerReading: page.newerJobPageId !== null,
  };
}
