import type { Scope } from '#lib/access/index.ts';
import type { PageReading } from '#lib/contracts/index.ts';
import { type CorrectedReading, readingOfLines } from '#lib/corrections/index.ts';
import { getDocument, listPages, type Page } from '#lib/documents/index.ts';
import { linesOf } from './extraction.ts';
import { findExtractions } from './extraction-store.ts';
import { findReadings } from './machine-reading-store.ts';
import { recordMissing } from './record-missing.ts';

/** Held in memory at a time. */
const BATCH_SIZE = 20;

export type CorrectedPage = {
  pageNumber: number;
  /** The page in the file and its pictures. */
  page: Page;
  /** What it says now; null when nothing was read on it. */
  reading: CorrectedReading | null;
  /** What the machine read, with `turned` and `source`; null when nothing was read, or by a service of text alone. */
  machine: PageReading | null;
  isCorrected: boolean;
};

/**
 * The pages of a document as they read now, in order, one after the other with little memory: all, or those numbered.
 * @throws NotFound
 */
export async function* correctedReadings(
  scope: Scope,
  documentId: string,
  numbers?: readonly number[],
): AsyncGenerator<CorrectedPage> {
  await getDocument(scope, documentId);
  await recordMissing({ documentId });
  const pages = await listPages(scope, documentId, numbers);
  for (let start = 0; start < pages.length; start += BATCH_SIZE) {
    yield* await readBatch(scope, documentId, pages.slice(start, start + BATCH_SIZE));
  }
}

async function readBatch(scope: Scope, documentId: string, pages: readonly Page[]): Promise<CorrectedPage[]> {
  const numbers = pages.map(({ number }) => number);
  const extractions = await findExtractions(scope, documentId, numbers);
  const readings = await findReadings(extractions.map(({ jobPageId }) => jobPageId));
  const byNumber = new Map(extractions.map((extraction) => [extraction.pageNumber, extraction]));
  return pages.map((page) => {
    const extraction = byNumber.get(page.number);
    const machine = extraction && readings.get(extraction.jobPageId);
    const lines = extraction && machine ? linesOf(extraction, machine) : null;
    return {
      pageNumber: page.number,
      page,
      reading: lines && readingOfLines(machine?.reading ?? null, lines),
      machine: machine?.reading ?? null,
      isCorrected: (extraction?.revision ?? 0) > 0,
    };
  });
}
